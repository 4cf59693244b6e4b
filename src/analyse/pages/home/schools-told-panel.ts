import type { Register } from '#/analyse/actions/analysis-read.ts';
import { readRegister } from '#/analyse/actions/read-analysis.ts';
import type { Parts } from '#/parts.ts';
import { heldIn, reachOf } from '#/people/rules/permissions.ts';
import { registerAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, plural } from '#/platform/web/words.ts';

/** The schools given to an officer, and those of which a partner is told: that they advise, support or run, or of a diocese those of concern. */
export function schoolsToldPanel(parts: Parts): HomePanel {
  return {
    name: 'your-schools',
    heading: 'Your schools',
    for: {
      roles: [
        'intervention officer',
        'challenge partner',
        'system leader',
        'trust officer',
        'diocese officer',
      ],
    },
    order: 50,
    read: async (person, { slug }) => {
      const register = await readRegister(parts, person, slug);
      if (!reachOf(person, 'read categories', slug).all) return schoolsTold(register, slug);
      // An officer reads every school, to cover for colleagues; these are those they work with.
      const own = new Set(heldIn(person, slug).flatMap(({ schools }) => (schools === 'all' ? [] : schools)));
      if (own.size === 0) return null;
      return schoolsTold(
        { ...register, rows: register.rows.filter(({ school }) => own.has(school.urn)) },
        slug,
      );
    },
  };
}

const schoolsShown = 8;

/** Each with its category and the biggest reason, most concern first. */
export function schoolsTold({ run, rows, scheme, sources }: Register, slug: string): PanelContent {
  if (run === null)
    return { parts: [{ kind: 'nothing', text: 'The authority has not analysed its schools yet.' }] };
  if (rows.length === 0) {
    const text = `There is no school of yours now of which you are told the category, as known on ${dateInWords(run.asAt)}.`;
    return { parts: [{ kind: 'nothing', text }] };
  }
  const changed = rows.filter(({ was }) => was !== null).length;
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${plural(rows.length, 'school')}, told in confidence, as known on ${dateInWords(run.asAt)}. ${changed === 0 ? 'No category has changed' : `The category of ${plural(changed, 'school')} has changed`} since the analysis before.`,
      },
      {
        kind: 'table',
        caption:
          rows.length > schoolsShown
            ? `${count(schoolsShown)} of them, most concern first`
            : 'Most concern first',
        columns: [{ text: 'School' }, { text: 'Proposed category' }, { text: 'Biggest reason' }],
        rows: rows.slice(0, schoolsShown).map(({ school, proposal }) => {
          const category = categoryOf(scheme, proposal.category);
          return [
            [{ text: school.name, href: schoolAddress(slug, school.urn) }],
            [{ tag: categoryTag({ ...category, meaning: inBrief(category.meaning) }) }],
            proposal.reasonInBrief ?? proposal.decidedBy.words,
          ];
        }),
      },
    ],
    more: { text: 'All of them, with every reason', href: registerAddress(slug) },
    sources,
    readings: rows.slice(0, schoolsShown).map(({ school }) => ({ event: 'read category', urn: school.urn })),
  };
}
