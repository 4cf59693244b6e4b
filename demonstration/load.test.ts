import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Parts } from '#/parts.ts';
import { operator } from '#/people/rules/permissions.ts';
import { undoImport } from '#/published/actions/undo-import.ts';
import {
  latestGraded,
  managementInformation,
  schoolRow,
  silent,
  workshop,
} from '#/published/store/import.fixture.ts';
import { loadDemonstrationAtFirst } from './load.ts';

const graded = schoolRow('120001', latestGraded('10001', '120001', '11/06/2019', '12/07/2022', '2'));

test('who undid every import is not given the invented county again, and is told how to have it', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const loading = new Error('the county is being loaded');
  const lines: string[] = [];
  const parts = async (): Promise<Parts> => {
    const store = await work.store();
    return {
      dataFolder: work.dataFolder,
      terminal: { ...silent, line: (text = '') => void lines.push(text) },
      published: () => Promise.resolve(store),
      records: () => Promise.reject(loading),
      reference: () => assert.fail('nothing is analysed'),
      person: () => Promise.reject(loading),
      site: { address: 'http://localhost:3000', provider: null },
      today: () => '2026-11-20',
      now: () => '2026-11-20T12:00:00.000Z',
    };
  };
  const { files } = await work.bringIn([await work.write('one.csv', managementInformation([graded]))]);
  const [file] = files;
  assert.ok(file?.outcome === 'imported', JSON.stringify(file));
  await loadDemonstrationAtFirst(await parts());
  assert.deepEqual(lines, [], 'where something is imported there is nothing to load or say');
  await undoImport(await parts(), operator, file.source.id);
  await loadDemonstrationAtFirst(await parts());
  assert.match(lines.join('\n'), /Every import was undone.*demonstration --load/);
});
