import type { ActionsRead } from '#/papers/actions/actions-read.ts';
import { actionTold, keptToWords } from '#/papers/actions/tell-actions.ts';
import { actionAddress, actionsAddress, actionsOfSchoolAddress } from '#/platform/web/action-addresses.ts';
import { schoolAddress, withQuery } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords, someOf } from '#/platform/web/words.ts';
import { choicesToShow, chosenActions, queryOf, type ActionsAsked } from './actions-asked.ts';

const rowsOnAPage = 100;

/** Agreed actions, of one school or of all: how they are kept to, and those that are asked for. */
export function actionsView(read: ActionsRead, asked: ActionsAsked) {
  const { authority, school, actions, today } = read;
  const { slug } = authority;
  const address = school === null ? actionsAddress(slug) : actionsOfSchoolAddress(slug, school.urn);
  const chosen = chosenActions(read, asked);
  const pages = Math.max(1, Math.ceil(chosen.length / rowsOnAPage));
  const page = Math.min(asked.page, pages);
  const to = (number: number): string => withQuery(address, queryOf({ ...asked, page: number }));
  return {
    heading: school === null ? 'Agreed actions' : `Agreed actions of ${school.name}`,
    lead: keptToWords(actions, today),
    asAt: dateInWords(today),
    address,
    files: downloadLinks(address, queryOf({ ...asked, page: 1 })),
    shows: choicesToShow(asked.show, read),
    owner: asked.owner,
    school: asked.school,
    ofSchool: school !== null,
    chosen: asked.show !== 'open' || asked.owner !== '' || asked.school !== '',
    count: someOf(chosen.length, actions.length, 'agreed action'),
    rows: chosen.slice((page - 1) * rowsOnAPage, page * rowsOnAPage).map((one) => ({
      ...actionTold(one),
      href: actionAddress(slug, one.urn, one.id),
      schoolAddress: schoolAddress(slug, one.urn),
      paper: paperAddress(slug, one.urn, one.paper),
    })),
    pages:
      pages === 1
        ? null
        : {
            words: `Page ${String(page)} of ${String(pages)}`,
            before: page > 1 ? to(page - 1) : null,
            after: page < pages ? to(page + 1) : null,
          },
  };
}
