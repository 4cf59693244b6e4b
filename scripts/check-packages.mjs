// A check of `npm test`, without a network: whether the packages that are used are those that were chosen, from a
// registry, whole, and under a licence that lets the program be given on.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that ask for no more than to be named, and the MPL, which covers its own files only. */
const licences = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Unlicense',
];

const exact = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

const faults = ['.', join('scripts', 'runtime')].flatMap((folder) => [
  ...faultsOfChoice(folder),
  ...faultsOfLock(folder),
]);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

/**
 * What was chosen says exactly which version, so that tomorrow's installation is today's.
 *
 * @param {string} folder
 */
function faultsOfChoice(folder) {
  const path = join(folder, 'package.json');
  const { dependencies, devDependencies, optionalDependencies } = read(path) ?? {};
  const chosen = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const locked = existsSync(join(folder, 'package-lock.json'));
  return [
    ...(chosen.length > 0 && !locked ? [`${path}: there is no package-lock.json beside it`] : []),
    ...chosen.flatMap(([name, version]) =>
      exact.test(String(version)) ? [] : [`${path}: ${name} is “${version}”, not one exact version`],
    ),
  ];
}

/**
 * Everything that comes with it is known by its content, and from nowhere else.
 *
 * @param {string} folder
 */
function faultsOfLock(folder) {
  const path = join(folder, 'package-lock.json');
  const packages = Object.entries(read(path)?.packages ?? {}).filter(([place]) => place !== '');
  return packages.flatMap(([place, { version, integrity, resolved, license }]) => {
    const name = `${path}: ${place.replace(/^.*node_modules\//, '')}`;
    return [
      ...(exact.test(version ?? '') ? [] : [`${name} has no exact version`]),
      ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')
        ? []
        : [`${name} is not known by its content`]),
      // Of what comes from a registry no place is kept (`omit-lockfile-registry-resolved` in .npmrc): of all else one is.
      ...(resolved === undefined ? [] : [`${name} comes from elsewhere than a registry, or says from which`]),
      ...(licences.includes(license) ? [] : [`${name} is under “${license ?? 'no licence'}”`]),
    ];
  });
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
