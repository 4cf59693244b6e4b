import type { Chance } from '../random.ts';
import { county, trusts, type Trust } from './county.ts';
import type { Character, Kind, Lineage, Running, Story } from './lineage.ts';
import type { Site } from './sites.ts';

/** What a school at a site is like: drawn from chance, within what is plausible for its kind and place. */

export function nameOf(site: Site, character: Character, chance: Chance): { stem: string; ending: string } {
  const where = [site.place, site.quarter].filter((part) => part !== '').join(' ');
  const church =
    character === 'Church of England'
      ? ' Church of England'
      : character === 'Roman Catholic'
        ? ' Catholic'
        : '';
  switch (site.kind) {
    case 'infant':
      return { stem: `${where}${church}`, ending: 'Infant School' };
    case 'junior':
      return { stem: `${where}${church}`, ending: 'Junior School' };
    case 'primary':
      return {
        stem: `${where}${church}`,
        ending: chance.happens(0.2) && church === '' ? 'Community Primary School' : 'Primary School',
      };
    case 'secondary':
      return {
        stem: `${where}${church}`,
        ending: chance.pick(['High School', 'School', 'Community High School']),
      };
    case 'special':
      return { stem: where, ending: chance.pick(['School', 'Special School', 'Lodge School']) };
    case 'nursery':
      return { stem: where, ending: 'Nursery School' };
    case 'pupil referral unit':
      return { stem: where, ending: 'Short Stay School' };
  }
}

export function characterOf(site: Site, chance: Chance): Character {
  const draw = chance.uniform();
  if (site.kind === 'primary') {
    if (site.rural) return draw < 0.42 ? 'Church of England' : 'none';
    return draw < 0.1 ? 'Church of England' : draw < 0.2 ? 'Roman Catholic' : 'none';
  }
  if (site.kind === 'secondary' && !site.rural && site.quarter !== '')
    return draw < 0.06 ? 'Roman Catholic' : 'none';
  return 'none';
}

export function quintileOf(site: Site, chance: Chance): number {
  const middle = site.rural
    ? 2.4
    : ['Whimbrelwick', 'Emberwade', 'Fetherstead', 'Ivelhithe'].includes(site.town)
      ? 3.9
      : 3.1;
  return Math.min(5, Math.max(1, Math.round(middle + chance.normal() * 1.1)));
}

export function pupilsOf(site: Site, chance: Chance): number {
  const draw = chance.uniform();
  switch (site.kind) {
    case 'infant':
      return 120 + Math.floor(draw * 150);
    case 'junior':
      return 160 + Math.floor(draw * 200);
    case 'primary':
      if (!site.rural) return draw < 0.7 ? 195 + chance.whole(0, 40) : 330 + chance.whole(0, 100);
      return draw < 0.3 ? chance.whole(28, 65) : draw < 0.75 ? chance.whole(66, 130) : chance.whole(131, 230);
    case 'secondary':
      return site.rural ? chance.whole(420, 700) : chance.whole(620, 1500);
    case 'special':
      return chance.whole(60, 170);
    case 'nursery':
      return chance.whole(60, 110);
    case 'pupil referral unit':
      return chance.whole(40, 120);
  }
}

export function agesOf(
  kind: Kind,
  chance: Chance,
): Pick<Lineage, 'lowestAge' | 'highestAge' | 'sixthForm' | 'nurseryClass'> {
  const nursery = chance.happens(0.3);
  const sixth = chance.happens(0.45);
  switch (kind) {
    case 'infant':
      return { lowestAge: nursery ? 3 : 4, highestAge: 7, sixthForm: false, nurseryClass: nursery };
    case 'junior':
      return { lowestAge: 7, highestAge: 11, sixthForm: false, nurseryClass: false };
    case 'primary':
      return { lowestAge: nursery ? 3 : 4, highestAge: 11, sixthForm: false, nurseryClass: nursery };
    case 'secondary':
      return { lowestAge: 11, highestAge: sixth ? 18 : 16, sixthForm: sixth, nurseryClass: false };
    case 'special':
      return {
        lowestAge: chance.pick([3, 5, 7]),
        highestAge: chance.pick([16, 19, 19]),
        sixthForm: false,
        nurseryClass: false,
      };
    case 'nursery':
      return { lowestAge: 2, highestAge: 5, sixthForm: false, nurseryClass: true };
    case 'pupil referral unit':
      return { lowestAge: 5, highestAge: 16, sixthForm: false, nurseryClass: false };
  }
}

export function runningOf(kind: Kind, character: Character, chance: Chance): Running {
  if (kind === 'nursery') return 'nursery';
  if (kind === 'pupil referral unit') return 'pupil referral unit';
  if (kind === 'special') return 'community special';
  if (character === 'Roman Catholic') return 'voluntary aided';
  if (character === 'Church of England')
    return chance.happens(0.65) ? 'voluntary controlled' : 'voluntary aided';
  return chance.happens(kind === 'secondary' ? 0.3 : 0.12) ? 'foundation' : 'community';
}

export function trustFor(site: Site, character: Character, chance: Chance): Trust | null {
  const phase =
    site.kind === 'secondary'
      ? 'secondary'
      : site.kind === 'special' || site.kind === 'pupil referral unit'
        ? 'special'
        : 'primary';
  const open = trusts.filter(
    (trust) =>
      trust.character === character &&
      trust.phases.includes(phase) &&
      (trust.districts.length === 0 || trust.districts.includes(site.district)),
  );
  return open.length === 0 ? null : chance.pick(open);
}

/** The first of a month between 2011 and 2025; earlier for secondary schools. Sponsored academies come on top. */
export function conversionDay(kind: Kind, character: Character, chance: Chance): string | null {
  const share =
    kind === 'secondary'
      ? 0.78
      : kind === 'special'
        ? 0.25
        : kind === 'nursery'
          ? 0
          : character === 'none'
            ? 0.38
            : 0.42;
  const converts = chance.happens(share);
  const year = kind === 'secondary' ? chance.whole(2011, 2019) : chance.whole(2012, 2025);
  const month = chance.pick(['01', '02', '04', '04', '07', '09', '09', '09', '11']);
  return converts ? `${year}-${month}-01` : null;
}

export function storyOf(kind: Kind, pupils: number, chance: Chance): Story {
  const draw = chance.uniform();
  if (kind === 'nursery') return 'strong';
  if (draw < 0.05) return 'strong';
  if (draw < 0.1 && pupils > 90) return 'declining';
  if (draw < 0.13 && pupils > 90) return 'stuck';
  if (draw < 0.17 && pupils > 90) return 'turned round';
  if (draw < 0.22) return 'rising';
  return 'ordinary';
}

export function estabOf(kind: Kind, character: Character, id: number): number {
  if (kind === 'nursery') return 1000 + (id % 100);
  if (kind === 'pupil referral unit') return 1100 + (id % 100);
  if (kind === 'special') return 7000 + (id % 90);
  if (kind === 'secondary') return 4000 + (id % 90);
  return character === 'none' ? 2000 + id : 3000 + id;
}

/** Two letters that no area has, a district of 1 to 9 and a unit from the number: unique for 8,000 schools. */
export function postcodeOf(id: number): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const unit = `${letters.charAt(Math.floor(id / 20) % 20)}${letters.charAt(id % 20)}`;
  return `${county.postcodeArea}${(id % 9) + 1} ${id % 10}${unit}`;
}
