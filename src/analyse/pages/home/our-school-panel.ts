import type { OurView } from '#/analyse/actions/our-view.ts';
import { readForecastInBrief, type ForecastInBrief } from '#/analyse/actions/read-forecast-in-brief.ts';
import { readOurView } from '#/analyse/actions/read-our-view.ts';
import type { Parts } from '#/parts.ts';
import { reachOf } from '#/people/rules/permissions.ts';
import { ourViewAddress } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { decidedInWords } from '#/platform/web/decided-words.ts';
import { requestAddress } from '#/platform/web/correspondence-addresses.ts';
import { schoolForecastAddress } from '#/platform/web/forecast-addresses.ts';
import { forecastInASentence } from '#/platform/web/forecast-words.ts';
import type { HomePanel, PanelContent, PanelItem, PanelPart } from '#/platform/web/home-panel.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { dateInWords, list } from '#/platform/web/words.ts';

/** What the authority thinks of the own school, in short, and what is asked of it: for clerk and governor only the latter. */
export function ourSchoolPanel(parts: Parts): HomePanel {
  return {
    name: 'our-school',
    heading: 'Our school',
    for: { roles: ['headteacher', 'chair', 'governor', 'clerk'] },
    order: 0,
    read: async (person, { slug }) => {
      const { schools } = reachOf(
        { ...person, roles: person.roles.filter(({ role }) => ofSchool.includes(role)) },
        'read the school’s own page',
        slug,
      );
      const views = await Promise.all(
        [...schools].toSorted().map((urn) => readOurView(parts, person, slug, urn)),
      );
      const forecasts = await Promise.all(
        views.map(({ school }) => readForecastInBrief(parts, person, slug, school.urn)),
      );
      return views.length === 0 ? null : ourSchools(views, forecasts);
    },
  };
}

const ofSchool: readonly string[] = ['headteacher', 'chair', 'governor', 'clerk'];

/** Each school in a sentence, then everything that waits, most urgent first. */
export function ourSchools(
  views: readonly OurView[],
  forecasts: readonly (ForecastInBrief | null)[] = [],
): PanelContent {
  const [first] = views;
  return {
    parts: [
      ...views.flatMap((view, index) => [
        thoughtOf(view),
        ...forecastOf(view, forecasts[index] ?? null),
        ...askOf(view),
      ]),
      { kind: 'links', links: views.flatMap(waiting) },
    ],
    ...(views.length === 1 && first !== undefined
      ? {
          more: {
            text: first.reader.readsCategory
              ? 'Why, what would change it, and what we may count on'
              : 'What we may count on, and whom to ask',
            href: ourViewAddress(first.authority.slug, first.school.urn),
          },
        }
      : {}),
    sources: [],
    readings: views.map(({ school }) => ({ event: 'read the school’s own page', urn: school.urn })),
  };
}

function thoughtOf({ now, beingDecided, school, authority, reader }: OurView): PanelPart {
  const page = { text: school.name, href: ourViewAddress(authority.slug, school.urn) };
  if (now === null)
    return {
      kind: 'sentence',
      text: reader.readsCategory ? [page, ': nothing is told of it now.'] : [page, '.'],
    };
  const tag = categoryTag(categoryOf(now.scheme, now.told.category));
  return {
    kind: 'sentence',
    text: [
      page,
      ': ',
      { tag: { ...tag, meaning: inBrief(tag.meaning) } },
      now.decided === null
        ? ` Proposed, not yet decided; as known on ${dateInWords(now.proposal.asAt)}.`
        : ` ${decidedInWords(now.decided)}`,
      ...(beingDecided === null
        ? []
        : [
            ` It is being decided (${beingDecided.name}); you are told by ${dateInWords(beingDecided.tellBy)}.`,
          ]),
    ],
  };
}

/** What could come next, in a sentence, for whoever may read the category. */
function forecastOf({ authority, school }: OurView, forecast: ForecastInBrief | null): readonly PanelPart[] {
  if (forecast === null) return [];
  const page = { text: 'Why, and how sure', href: schoolForecastAddress(authority.slug, school.urn) };
  return [{ kind: 'sentence', text: [`${forecastInASentence(forecast)} `, page] }];
}

function askOf({ asks }: OurView): readonly PanelPart[] {
  const people = asks.ours.length > 0 ? asks.ours : asks.instead;
  if (people.length === 0) return [];
  const words = people.slice(0, 2).map(({ name, email }) => (email === null ? name : `${name} (${email})`));
  return [{ kind: 'sentence', text: `Whom to ask: ${list(words)}.` }];
}

function waiting({ requests, leaders, reader, authority, school }: OurView): readonly PanelItem[] {
  const mine = leaders.find(({ holder }) => holder.person === reader.person)?.confirmation;
  const toConfirm: readonly PanelItem[] =
    mine?.state === 'outstanding'
      ? [
          {
            text: `Confirm that you have read what the authority thinks of ${school.name}`,
            href: `${ourViewAddress(authority.slug, school.urn)}#confirmations`,
            when: {
              words: mine.days === 0 ? 'told today' : `told ${String(mine.days)} days ago`,
              state: 'waiting',
            },
          },
        ]
      : [];
  const asked = requests
    .filter(({ state }) => state === 'asked')
    .map((one): PanelItem => ({
      text: one.what,
      href: requestAddress(authority.slug, school.urn, one.id),
      when: one.overdue
        ? { words: `overdue since ${dateInWords(one.dueOn)}`, state: 'late' }
        : { words: `due ${dateInWords(one.dueOn)}`, state: 'due' },
    }));
  return [...toConfirm, ...asked];
}
