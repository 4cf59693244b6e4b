import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { KnownError } from '#/platform/errors.ts';
import { readRecords } from '#/published/read/records.ts';
import { readSuppliedTable } from '#/schools/actions/read-supplied-table.ts';
import { checkSupplied } from '#/schools/rules/check-supplied.ts';
import { problemsOfMapping } from '#/schools/rules/supplied-mapping.ts';
import { liveThrough } from '../../demonstration/life/county-life.ts';
import { suppliedFilesOf } from '../../demonstration/supplied/supplied-files.ts';
import { chanceOf } from './chance.ts';
import { mutated } from './mutate.ts';

/** The files of the invented county's own services, the top of each. */
const services = suppliedFilesOf(liveThrough()).map(({ name, text, mapping, statedOn, knownOn }) => ({
  original: { name, rows: [...readRecords(text)].slice(0, 16).map(({ fields }) => fields) },
  mapping,
  statedOn: statedOn ?? null,
  knownOn,
}));

const schools = {
  own: Array.from({ length: 600 }, (_, index) => {
    const urn = String(900_001 + index);
    return { urn, name: `School ${urn}`, laestab: `899${2001 + index}`, open: index % 9 !== 0 };
  }),
  authorityCode: '899',
  elsewhere: new Map([['121042', 'Norfolk']]),
};

test('broken files of an authority’s own services: refused in words, or every row kept or set aside with a reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'middletier-supplied-'));
  const path = join(folder, 'file.csv');
  const own = new Set(schools.own.map(({ urn }) => urn));
  const seen = { refused: 0, otherColumns: 0, checked: 0, kept: 0, setAside: 0 };
  try {
    for (let number = 1; number <= 500; number += 1) {
      const told = `case ${number}`;
      const chance = chanceOf(number);
      const [first, ...others] = services;
      assert.ok(first !== undefined);
      const { original, mapping, statedOn, knownOn } = chance.oneOf([first, ...others]);
      await writeFile(path, mutated(original, chance));
      const read = await readSuppliedTable(path).catch((error: unknown) => {
        if (error instanceof KnownError && error.whatToDo.length > 0) return null;
        throw new Error(told, { cause: error });
      });
      if (read === null) {
        seen.refused += 1;
        continue;
      }
      if (problemsOfMapping(mapping, read.table.header).length > 0) {
        seen.otherColumns += 1;
        continue;
      }
      const checked = checkSupplied(read.table, { mapping, schools, statedOn, knownOn });
      const aside = checked.setAside.reduce((sum, { rows }) => sum + rows, 0);
      assert.equal(checked.rowsRead, read.table.rows.length, told);
      assert.equal(
        checked.rowsRead,
        checked.rowsKept + aside,
        `${told}: rows in = rows kept + rows set aside`,
      );
      for (const { urn, value } of checked.values) {
        assert.ok(own.has(urn), `${told}: no value is of another’s school`);
        assert.ok(typeof value === 'string' || Number.isFinite(value), told);
      }
      seen.checked += 1;
      seen.kept += checked.rowsKept;
      seen.setAside += aside;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  for (const [what, times] of Object.entries(seen)) assert.ok(times > 20, `${what}: ${times}`);
});
