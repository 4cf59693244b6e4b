/** Questions that the numbers answer badly and a meeting answers well. For the page and the briefing. */
export const questionsForScrutiny: readonly string[] = [
  'How many schools is that, of how many, and on which day? A share without its “of how many” can be read in two ways.',
  'Which schools came into the group and which left it since last time, and was it the schools or the criteria that changed?',
  'How many pupils are in these schools? Twenty small schools can have fewer pupils than two large ones.',
  'Is it one year or several? One year of a small school says little; three years say more.',
  'What did we do when a school was first of concern, how long did it take, and did it help?',
  'What is England’s figure for the same measure and the same year?',
  'Which schools do we worry about that Ofsted still calls good, and how do we know?',
];

/** What a member will not find here, and why. */
export const notShown: readonly string[] = [
  'The category of a school, its points and its reasons: head and chair are told them in confidence, so that schools speak openly with the authority.',
  'Schools of concern in other divisions by name: members are told of their own.',
  'Numbers of fewer than 6 schools, and any number from which one could be worked out: people who know the area would know which schools are meant. A number that is all of its schools is left out too.',
  'Pupils: no figure here is of one child, and results of fewer than 6 pupils are left out.',
  'What is being decided and not yet published, such as the outcome of an inspection before its report.',
];

/** Schools outside the division that residents’ children attend. */
export const otherSchools =
  'Of a school outside your division that your residents’ children attend you can read everything that is published: find it by name on the map or in the overview. For more, ask the head of service: what is given beyond that is decided case by case, by what you need for your work as a member and what the school was promised.';

/** What each number on the page is of; a reader who knows only this can read them. */
export const howToRead: readonly { readonly measure: string; readonly meaning: string }[] = [
  {
    measure: 'Good or outstanding',
    meaning:
      'Schools whose latest full inspection with an overall grade gave one of the two best, as a share of the schools that have an overall grade. Schools inspected since September 2024 without an overall grade, with a report card, or never, are not in the share: nothing is put in the place of a grade that was not given, and the share cannot be held against later years as if it still covered every school.',
  },
  {
    measure: 'Pupils in good or outstanding schools',
    meaning:
      'Pupils on the roll of those schools, as a share of the pupils of all schools with an overall grade. It differs from the share of schools because schools differ in size.',
  },
  {
    measure: 'Schools in each group',
    meaning:
      'What the authority’s published criteria propose from official figures and what its services know, as a share of the schools of which enough is known. A named officer decides, and may differ.',
  },
  {
    measure: 'Results',
    meaning:
      'Pupils who reached the standard in all schools together, each pupil counting the same; or the average over pupils. With England’s published figure of the same year beside it.',
  },
];
