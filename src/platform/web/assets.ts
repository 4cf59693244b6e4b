import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A file that never changes under its address: the address holds a hash of what is in it. */
export interface Asset {
  readonly address: string;
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

export interface Assets {
  readonly byAddress: ReadonlyMap<string, Asset>;
  readonly stylesheet: string;
  readonly icon: string;
  /** Addresses of the few scripts, each of one page. */
  readonly scripts: { readonly upload: string; readonly 'keep-typed': string };
}

const here = import.meta.dirname;
const require = createRequire(import.meta.url);

/** Fonts of the reader's own system: GDS Transport is licensed for GOV.UK alone. */
export const systemFonts =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif';

/** Reads, adapts and hashes everything the pages need; about 40 ms, once at the start. */
export function loadAssets(): Assets {
  const icon = asset('icon.svg', 'image/svg+xml', readFileSync(path.join(here, 'icons', 'icon.svg')));
  const mojImages = folderOf('@ministryofjustice/frontend/package.json', 'moj/assets/images');
  const images = ['icon-tag-remove-cross.svg', 'icon-tag-remove-cross-white.svg'].map((name) =>
    asset(name, 'image/svg+xml', readFileSync(path.join(mojImages, name))),
  );
  const stylesheet = asset('middle-tier.css', 'text/css; charset=utf-8', Buffer.from(styles(images)));
  const [upload, keepTyped] = [script('upload.js'), script('keep-typed.js')];
  const all = [icon, ...images, stylesheet, upload, keepTyped];
  return {
    byAddress: new Map(all.map((one) => [one.address, one])),
    stylesheet: stylesheet.address,
    icon: icon.address,
    scripts: { upload: upload.address, 'keep-typed': keepTyped.address },
  };
}

function script(name: string): Asset {
  return asset(name, 'text/javascript; charset=utf-8', readFileSync(path.join(here, 'scripts', name)));
}

/** The design system's styles without GOV.UK's own marks, and ours after them. */
function styles(images: readonly Asset[]): string {
  const govuk = readFileSync(
    path.join(folderOf('govuk-frontend/package.json', 'dist/govuk'), 'govuk-frontend.min.css'),
    'utf8',
  );
  const moj = readFileSync(
    path.join(folderOf('@ministryofjustice/frontend/package.json', 'moj'), 'moj-frontend.min.css'),
    'utf8',
  );
  const own = [
    'palette.css',
    'shell.css',
    'components.css',
    'charts.css',
    'watchlist.css',
    'early-warning.css',
    'logs.css',
    'sign-in.css',
    'correspondence.css',
    'deciding.css',
    'papers.css',
    'print.css',
    'on-a-page.css',
  ].map((name) => readFileSync(path.join(here, 'styles', name), 'utf8'));
  return [withoutMarks(govuk), withoutMarks(moj, images), ...own].join('\n');
}

/**
 * Takes out the licensed font, the crest, and pictures that are not served (they belong to components that are not
 * used), and points the rest at their hashed addresses.
 */
export function withoutMarks(css: string, images: readonly Asset[] = []): string {
  return css
    .replaceAll(/\/\*![\s\S]*?\*\//g, '')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll(/GDS Transport,arial,sans-serif/g, systemFonts)
    .replaceAll(/sourceMappingURL=\S*/g, '')
    .replaceAll(/url\(\/assets\/[^)]*\/([^)/]+)\)/g, (_, name: string) => {
      const image = images.find((one) => one.address.endsWith(`/${name}`));
      return image === undefined ? 'none' : `url(${image.address})`;
    });
}

function asset(name: string, type: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return {
    address: `/assets/${hash}/${name}`,
    type,
    body,
    gzip: gzipSync(body),
    // Quality 6 of 11: four fifths of the gain in a tenth of the time, once at each start.
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  };
}

/** A folder inside an installed package. */
export function folderOf(packageJson: string, folder: string): string {
  return path.join(path.dirname(require.resolve(packageJson)), folder);
}
