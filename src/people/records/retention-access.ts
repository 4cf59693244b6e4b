import { anybodyKnown, inOwnName, rowsFor } from '#/people/rules/row-conditions.ts';
import { retentionOf, type RetentionKind } from '#/people/rules/retention.ts';
import type { Access, TableAccess } from '#/platform/database/table.ts';

const owner = [
  { may: 'read', by: 'owner', when: 'true' },
  { may: 'add', by: 'owner', when: 'true' },
] as const satisfies readonly Access[];

/** Records of an authority that were kept long enough, by its own rule or else by the table’s: only those the owner removes. */
export function keptLongEnough(kind: RetentionKind, at: string): readonly Access[] {
  const months = `months_kept('${kind}', ${retentionOf(kind).months ?? 'null'})`;
  return [
    { may: 'read', by: 'owner', when: 'true' },
    {
      may: 'remove',
      by: 'owner',
      when: `${at} < now() - make_interval(months => (select ${months}))`,
      letGo: { as: kind, months },
    },
  ];
}

/**
 * Records of the installation that were kept long enough.
 *
 * @param old the column that says when, or a condition in terms of `longAgo`
 */
export function keptLongEnoughHere(
  kind: RetentionKind,
  old: string | ((longAgo: string) => string),
): readonly Access[] {
  const { months } = retentionOf(kind);
  if (months === null) throw new Error(`Kept for good: ${kind}`);
  const longAgo = `now() - interval '${months} months'`;
  return [
    { may: 'read', by: 'owner', when: 'true' },
    {
      may: 'remove',
      by: 'owner',
      when: typeof old === 'string' ? `${old} < ${longAgo}` : old(longAgo),
      letGo: { as: kind, months: `${months}` },
    },
  ];
}

/** How long things are kept, and what was let go, is no secret to anybody the authority knows. */
export const retentionAccess: readonly TableAccess[] = [
  {
    table: 'retention_rule',
    logged: { as: 'retention rule', key: 'new.kind' },
    access: [
      { may: 'read', when: anybodyKnown },
      {
        may: 'add',
        columns: ['kind', 'months', 'why'],
        when: `${rowsFor('keep the logs')} and ${inOwnName('said')}`,
      },
      { may: 'read', by: 'owner', when: 'true' },
    ],
  },
  { table: 'retention_act', logged: 'is a log', access: [{ may: 'read', when: anybodyKnown }, ...owner] },
];

export const installationRetentionAccess: readonly TableAccess[] = [
  { table: 'retention_act', access: [{ may: 'read', when: 'true' }, ...owner] },
];
