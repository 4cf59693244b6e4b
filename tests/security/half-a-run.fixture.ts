/** Keeps half a run and then waits to be killed: a process of its own for `analysis.test.ts`. */
import { addProposals } from '#/analyse/records/risk-proposals.ts';
import { addRun, lockRuns } from '#/analyse/records/risk-runs.ts';
import { recordsForm } from '#/records-form.ts';
import { operator as officer } from '#/people/rules/permissions.ts';
import { openRecords } from '#/platform/database/records.ts';
import { proposalFor } from './records.fixture.ts';

const records = await openRecords(process.argv[2] ?? '', recordsForm);
await records.inAuthority('fenshire', officer, async (transaction) => {
  await lockRuns(transaction);
  const run = await addRun(transaction, 'fenshire', {
    asAt: '2018-05-31',
    scheme: 'norfolk-2013',
    sources: [],
    schools: 3,
    fingerprint: 'half',
    ranAt: '2019-06-30T09:00:00Z',
    ranByName: officer.name,
  });
  await addProposals(transaction, run, [proposalFor('900001'), proposalFor('900002')]);
  process.stdout.write('half kept\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
