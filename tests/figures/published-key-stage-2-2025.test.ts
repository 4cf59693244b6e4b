import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  csv,
  latestGraded,
  managementInformation,
  schoolRow,
  workshop,
} from '#/published/store/import.fixture.ts';
import { readRecords } from '#/published/read/records.ts';
import { needsSharedData, sharedData } from './published.fixture.ts';

test(
  'a file with the columns of the 2024/25 dictionary is of 2025, and has no progress',
  needsSharedData,
  async (context) => {
    const dictionary = await readFile(
      join(sharedData ?? '', 'performance-tables/2024-25/ks2_meta.csv'),
      'latin1',
    );
    const [, ...entries] = [...readRecords(dictionary)].map((record) => record.fields);
    const header = entries.map(([, name = '']) => name.trim()).filter((name) => name !== '');
    assert.equal(header.length, 311);
    const work = await workshop();
    context.after(work.remove);
    const register = await work.write(
      'register.csv',
      managementInformation([
        schoolRow('120001', latestGraded('10001', '120001', '11/06/2024', '12/07/2024', '2')),
        schoolRow('120002'),
      ]),
    );
    const results = await work.write(
      'ks2.csv',
      csv(header, [
        {
          RECTYPE: '1',
          LEA: '926',
          URN: '120001',
          TELIG: '30',
          PTRWM_EXP: '62%',
          READ_AVERAGE: '105',
          PTRWM_EXP_24: '61%',
        },
        { RECTYPE: '1', LEA: '926', URN: '120002', TELIG: '4', PTRWM_EXP: 'SUPP', READ_AVERAGE: 'SUPP' },
      ]),
    );
    const { files } = await work.bringIn([register, results]);
    const file = files.find(({ path }) => path === results);
    assert.ok(file?.outcome === 'imported', JSON.stringify(file));
    assert.equal(file.source.year, 2025);
    assert.equal(file.source.yearBasis, 'columns');
    const store = await work.store();
    const [first, second] = await store.evidence({ asAt: '2025-12-31' });
    const valueOf = (evidence: typeof first, measure: string) =>
      evidence?.values.find((value) => value.measure === measure)?.value;
    assert.deepEqual(valueOf(first, 'ks2-rwm-expected'), { number: 62 });
    assert.deepEqual(valueOf(first, 'ks2-reading-score'), { number: 105 });
    assert.deepEqual(valueOf(first, 'ks2-reading-progress'), { missing: 'not published', code: '' });
    assert.deepEqual(valueOf(second, 'ks2-rwm-expected'), { missing: 'suppressed', code: 'SUPP' });
  },
);
