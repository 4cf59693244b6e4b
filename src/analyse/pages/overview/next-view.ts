import type { Register } from '#/analyse/actions/analysis-read.ts';
import { reachInWords } from '#/platform/web/reach-words.ts';
import { registerAddress, withQuery } from '#/platform/web/addresses.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { dateInWords, percent, plural, someOf } from '#/platform/web/words.ts';

/** Where to look next: how many schools the rules propose for each group, each a link to them in the register. */
export function nextView(register: Register, slug: string) {
  const { run, rows, previous, scheme } = register;
  if (run === null) {
    return {
      run: null,
      reach: null,
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
    run: { asAt: dateInWords(run.asAt), scheme: schemeTitle(scheme) },
    reach: reachInWords({ whole: register.whole, schools: rows.length }),
    command: '',
    groups: (scheme?.groups ?? []).map(({ name, one, many, tone }) => {
      const schools = rows.filter((row) => row.proposal.group === name);
      return {
        text: plural(schools.length, one, many),
        share: `${percent(schools.length, rows.length)} of ${plural(rows.length, 'school')}`,
        href: address({ group: [name] }),
        style: categoryTag({ category: name, meaning: '', group: name, tone }).style,
        group: name,
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
