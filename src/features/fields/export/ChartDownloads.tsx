import { useState } from 'react';

import type { FieldSummary, SummaryDimension } from '#src/api/schemas/entries.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { type SpreadsheetForm, type CsvColumn, type CsvForm, toCsv } from '#src/lib/csv.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { CsvButton } from '#src/ui/controls/CsvButton.tsx';
import { toFieldSeries, type FieldBar, type FieldSeries } from '../series/field-series.ts';
import { figureSvg } from './figure-svg.ts';
import { useSeriesOptions } from '../series/use-field-series.ts';
import { useFigure } from './use-figure.ts';

/** Screens and printers show twice the pixels of a drawing's own size. */
const SCALE = 2;

/** Draws an SVG document to pixels, with the fonts that this machine has. */
async function svgToPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('No image was drawn')) : resolve(blob)),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The chart to take away: as a drawing that says where it comes from, as an image, or as its numbers. */
export function ChartDownloads({ summary, finding }: { summary: FieldSummary; finding: string }) {
  const { t } = useI18n();
  const { asOf } = useAsOf();
  const options = useSeriesOptions();
  const figure = useFigure(summary, finding);
  const [hasFailed, setHasFailed] = useState(false);
  const file = `fields-${asOf}`;
  const savePng = async () => {
    setHasFailed(false);
    try {
      saveFile(`${file}.png`, 'image/png', await svgToPng(figureSvg(figure())));
    } catch {
      setHasFailed(true);
    }
  };
  const saveCsv = (form: SpreadsheetForm) => {
    const series = toFieldSeries(summary, options);
    const csv = seriesCsv(series, form);
    saveFile(`${file}.csv`, 'text/csv;charset=utf-8', csv);
  };
  return (
    <>
      <span role="status">{hasFailed && t('fields.downloadFailed')}</span>
      <Button onClick={() => saveFile(`${file}.svg`, 'image/svg+xml', figureSvg(figure()))}>
        {t('fields.downloadSvg')}
      </Button>
      <Button onClick={() => void savePng()}>{t('fields.downloadPng')}</Button>
      <CsvButton label={t('fields.downloadChartCsv')} onSave={saveCsv} />
    </>
  );
}

/** Columns of time have totals of their own on screen, as an entry with two fields is in two rows. */
const TIME: ReadonlySet<SummaryDimension> = new Set(['meeting', 'year'] as const);

/** The columns of the chart's numbers as a file: the contract's own words, the same in every interface language. */
function seriesColumns(series: FieldSeries): CsvColumn<FieldBar>[] {
  const { columns, by, measure } = series;
  const value: CsvColumn<FieldBar>[] =
    measure === 'meetings'
      ? [{ id: 'meetings', value: (bar) => bar.value }]
      : [
          { id: 'entries', value: (bar) => bar.value },
          {
            id: 'share',
            value: (bar) => Number((bar.value / Math.max(series.total.entries, 1)).toFixed(4)),
          },
        ];
  return [
    { id: 'field', value: ({ field }) => field.id },
    { id: 'name', value: ({ field }) => field.name.en },
    { id: 'group', value: ({ field }) => field.group },
    ...value,
    ...columns.map(({ key }, index) => ({
      id: `${by}_${key}`,
      value: ({ parts }: FieldBar) => parts[index] ?? 0,
    })),
  ];
}

/** The chart's numbers as a file; over time with a last row, of no field, that counts every entry once. */
export function seriesCsv(series: FieldSeries, form: CsvForm): string {
  const total: FieldBar = {
    field: { id: '', name: { en: 'All, each counted once' }, group: '' },
    value: series.total.entries,
    parts: series.columns.map(({ entries }) => entries),
  };
  const rows = TIME.has(series.by) ? [...series.bars, total] : series.bars;
  return toCsv(seriesColumns(series), rows, form);
}
