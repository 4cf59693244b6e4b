import type { Register } from '#/analyse/actions/analysis-read.ts';
import { registerAddress, withQuery } from '#/platform/web/addresses.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { dateInWords, percent, plural, someOf } from '#/platform/web/words.ts';

const groups = [
  { group: 'causing concern', one: 'school causing concern', many: 'schools causing concern' },
  {
    group: 'requiring improvement',
    one: 'school requiring improvement',
    many: 'schools requiring improvement',
  },
  { group: 'system leaders', one: 'system leader', many: 'system leaders' },
] as const;

/** Where to look next: how many schools the rules propose for each group, each a link to them in the register. */
export function nextView(register: Register, slug: string) {
  const { run, rows, previous } = register;
  if (run === null) {
    return {
      run: null,
      command: `npx middletier analyse --authority ${slug}`,
      groups: [],
      unknown: null,
      changed: null,
    };
  }
  const address = (query: Record<string, readonly string[]>) => withQuery(registerAddress(slug), query);
  const unknown = rows.filter((row) => row.proposal.group === null).length;
  const changed = rows.filter((row) => row.was !== null).length;
  return {
    run: { asAt: dateInWords(run.asAt), scheme: schemeTitle(register.scheme) },
    command: '',
    groups: groups.map(({ group, one, many }) => {
      const schools = rows.filter((row) => row.proposal.group === group);
      return {
        text: plural(schools.length, one, many),
        share: `${percent(schools.length, rows.length)} of ${plural(rows.length, 'school')}`,
        href: address({ group: [group] }),
        style: categoryTag({ category: group, meaning: '', group }).style,
        group,
      };
    }),
    unknown:
      unknown === 0
        ? null
        : {
            text: `${someOf(unknown, rows.length, 'school')} without sufficient evidence`,
            href: address({ category: ['insufficient evidence'] }),
          },
    changed:
      previous === null
        ? null
        : {
            text: `${plural(changed, 'school')} changed since the run as known on ${dateInWords(previous.asAt)}`,
            href: address({ sort: ['was'] }),
          },
  };
}
