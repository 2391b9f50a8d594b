import { useState } from 'react';

import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { SpreadsheetForm } from '#src/lib/csv.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { CsvButton } from '#src/ui/controls/CsvButton.tsx';
import { toFieldSeries } from '../series/field-series.ts';
import { figureSvg } from './figure-svg.ts';
import { seriesCsv } from './series-columns.ts';
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
