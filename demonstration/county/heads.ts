import type { IsoDate } from '#/schools/rules/dates.ts';
import { chanceFor } from '../random.ts';
import type { Lineage } from './lineage.ts';

/** An invented head. Family names are birds, plants and waters, as places are. */
export interface Head {
  readonly title: string;
  readonly first: string;
  readonly last: string;
}

const firstNames = {
  Mrs: [
    'Ada',
    'Beth',
    'Clara',
    'Dilys',
    'Edith',
    'Flora',
    'Grace',
    'Hattie',
    'Ida',
    'Joan',
    'Kitty',
    'Lottie',
  ],
  Miss: ['Mabel', 'Nell', 'Olive', 'Pearl', 'Rhoda', 'Sybil', 'Tabitha', 'Una', 'Verity', 'Winnie'],
  Mr: [
    'Abel',
    'Bram',
    'Caleb',
    'Dunstan',
    'Edgar',
    'Felix',
    'Gideon',
    'Hugo',
    'Ivor',
    'Jude',
    'Linus',
    'Magnus',
  ],
  Dr: ['Alma', 'Bernard', 'Cecily', 'Denzil'],
} as const;
const titles = ['Mrs', 'Mrs', 'Mrs', 'Miss', 'Miss', 'Mr', 'Mr', 'Mr', 'Dr'] as const;
const lastNames = [
  'Avocet',
  'Bittern',
  'Bramblewood',
  'Burdockson',
  'Chiffchaff',
  'Coltsfoot',
  'Cuckooflower',
  'Dunlinson',
  'Eiderby',
  'Fenwater',
  'Figwort',
  'Goldcrest',
  'Greenshank',
  'Harebell',
  'Hornwort',
  'Jackdawson',
  'Kingcup',
  'Knapweed',
  'Lapwingham',
  'Linnetson',
  'Mallowfield',
  'Meadowsweet',
  'Merganser',
  'Nightjarman',
  'Osierman',
  'Oxlip',
  'Pintailer',
  'Plovercroft',
  'Quakegrass',
  'Ragwortham',
  'Redshank',
  'Reedmace',
  'Sallowfield',
  'Sandpiper',
  'Sedgewater',
  'Shelduckson',
  'Siskinby',
  'Stonechatter',
  'Teasel',
  'Ternfield',
  'Thistledown',
  'Wagtailson',
  'Waterdock',
  'Whinchatby',
  'Wigeonham',
  'Yarrowby',
] as const;

/** Heads leave at the end of a school year, after three to fourteen years; where things go badly, after two to five. */
export function headOn(lineage: Lineage, on: IsoDate): Head {
  const chance = chanceFor('heads', lineage.id);
  const hard = lineage.story === 'declining' || lineage.story === 'stuck';
  let until = 2008 + chance.whole(0, 8);
  let head = drawnHead(chance);
  while (`${until}-08-31` < on) {
    head = drawnHead(chance);
    until += hard ? chance.whole(2, 5) : chance.whole(3, 14);
  }
  return head;
}

/** Somebody’s name, drawn from chance. */
export function drawnHead(chance: ReturnType<typeof chanceFor>): Head {
  const title = chance.pick(titles);
  return { title, first: chance.pick(firstNames[title]), last: chance.pick(lastNames) };
}
