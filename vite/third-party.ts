/** What of others is in the built app: their licences in full, as these ask for, and a bill of materials. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { Plugin } from 'vite';

export const NOTICES_FILE = 'third-party-licenses.txt';
export const BILL_FILE = 'bom.json';

interface Package {
  name: string;
  version: string;
  license: string;
  texts: string[];
}

/** The mock's worker is copied as it is, and the builders leave a few lines of their own in what they build. */
const COPIED = ['msw', 'vite', 'rolldown'];
/** What a builder itself is built of stays with the builder. */
const OF_THE_BUILDER = /^# Licenses of bundled dependencies[^]*$/m;

/** This project's own, which is the same: for those that name the licence without bringing its text. */
const MIT = readFileSync(path.join(import.meta.dirname, '../LICENSE'), 'utf8').trim();

const IN_PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const NOTICE = /^(licen[cs]e|notice|copying|ofl)(\b|\.|-)/i;

/** The folder of the package that a file belongs to; null for the app's own. */
function folderOf(file: string): string | null {
  const clean = path
    .resolve(file.replace(/^\0/, '').replace(/\?.*$/, ''))
    .split(path.sep)
    .join('/');
  return IN_PACKAGE.exec(clean)?.[1] ?? null;
}

function readPackage(folder: string): Package {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    author?: string | { name: string };
  };
  const texts = readdirSync(folder)
    .filter((file) => NOTICE.test(file))
    .toSorted()
    .map((file) =>
      readFileSync(path.join(folder, file), 'utf8').replace(OF_THE_BUILDER, '').trim(),
    );
  const { name, version, license = 'not stated', author = `the authors of ${name}` } = about;
  const holder = typeof author === 'string' ? author : author.name;
  if (texts.length > 0) return { name, version, license, texts };
  if (license !== 'MIT') throw new Error(`${name} ships no text of its licence (${license})`);
  return {
    name,
    version,
    license,
    texts: [MIT.replace(/Copyright .*/, `Copyright (c) ${holder}`)],
  };
}

const LINE = `\n\n${'-'.repeat(80)}\n\n`;

function toNotices(packages: readonly Package[]): string {
  const head =
    'Communiqué contains software and type of others, under these licences. A list for programs is bom.json.';
  const parts = packages.map(({ name, version, license, texts }) =>
    [`${name} ${version}`, `Licence: ${license}`, ...texts].join('\n\n'),
  );
  return `${[head, ...parts].join(LINE)}\n`;
}

/** CycloneDX 1.6, without a time or a number of its own: the same build gives the same bytes. */
function toBill(packages: readonly Package[], root: { name: string; version: string }): string {
  const main = new Models.Component(Enums.ComponentType.Application, root.name, {
    version: root.version,
    bomRef: root.name,
  });
  const components = packages.map(({ name, version, license }) => {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const component = new Models.Component(Enums.ComponentType.Library, name, {
      version,
      purl,
      bomRef: purl,
    });
    component.licenses.add(
      /[ (]/.test(license)
        ? new Models.LicenseExpression(license)
        : new Models.SpdxLicense(license),
    );
    main.dependencies.add(component.bomRef);
    return component;
  });
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: main }),
    components: new Models.ComponentRepository(components),
  });
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  );
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/** Writes both beside the app, from the files that went into it: scripts, style sheets, fonts, and the mock's worker. */
export function thirdParty(): Plugin {
  let root = '.';
  return {
    name: 'communique-third-party',
    apply: 'build',
    configResolved(config) {
      ({ root } = config);
    },
    generateBundle(_options, bundle) {
      const outputs = Object.values(bundle);
      const files = [
        ...this.getModuleIds(),
        ...outputs.flatMap((output) =>
          output.type === 'asset'
            ? output.originalFileNames.map((file) => path.resolve(root, file))
            : Object.keys(output.modules),
        ),
        ...COPIED.map((name) => path.resolve(root, `node_modules/${name}/package.json`)),
      ];
      const folders = new Set(files.flatMap((file) => folderOf(file) ?? []));
      const packages = [...folders]
        .filter((folder) => existsSync(path.join(folder, 'package.json')))
        .map(readPackage)
        .toSorted((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
      const own = readPackage(root);
      this.emitFile({ type: 'asset', fileName: NOTICES_FILE, source: toNotices(packages) });
      this.emitFile({ type: 'asset', fileName: BILL_FILE, source: toBill(packages, own) });
    },
  };
}
