import assert from 'node:assert/strict';
import { test } from 'node:test';
import readXlsxFile from 'read-excel-file/node';
import { readSpreadOfSchools } from '#/analyse/actions/read-spread-of-schools.ts';
import { partsWith } from '#/analyse/pages/invented-results.fixture.ts';
import { downloadAsWorkbook } from '#/platform/exports/download.ts';
import { spreadDownload } from './spread-export.ts';

test('of a school with fewer than 6 pupils nothing is taken out but why; others keep figure, pupils and range', async () => {
  const { parts, reader } = partsWith([
    { urn: '900100', year: 2018, number: 60, cohort: 5 },
    { urn: '900101', year: 2018, number: 50, cohort: 6 },
  ]);
  const download = spreadDownload(await readSpreadOfSchools(parts, reader, 'fenshire', {}));
  const [sheet] = await readXlsxFile((await downloadAsWorkbook(download)).body);
  const [headings = [], ...lines] = sheet?.data ?? [];
  const of = (urn: string) => {
    const line = lines.find(([one]) => one === urn) ?? [];
    return ['Figure', 'Pupils', 'Range by chance 95%, from', 'Quarter, 1 is lowest'].map(
      (name) => line[headings.indexOf(name)],
    );
  };
  assert.deepEqual(of('900100'), [
    'suppressed: fewer than 6 pupils',
    'fewer than 6',
    'no figure',
    'no figure',
  ]);
  assert.deepEqual(of('900101').slice(0, 2), [50, 6]);
  assert.equal(typeof of('900101')[2], 'number');
});
