import type { Phase } from '#/schools/rules/school.ts';

/** What a visit is about, with what is found of it in a school where it is well and in one where it is not. */
export interface Theme {
  readonly area: string;
  readonly focus: string;
  readonly well: string;
  readonly weak: string;
  readonly vulnerable: string;
  readonly able: string;
  readonly action: string;
  readonly evidence: string;
}

const attendance: Theme = {
  area: 'Attendance',
  focus: 'Attendance: whether those who were missing most are back',
  well: 'Attendance is above last year’s in every year group. Staff ring home on the first morning, and the reasons are followed up within the week.',
  weak: 'Persistent absence has not moved since the spring. Letters go out, and nobody checks whether they changed anything.',
  vulnerable:
    'Disadvantaged pupils miss about twice as many sessions as others, and the gap is closing slowly.',
  able: 'Those who did best at the last stage attend well and are not the concern here.',
  action: 'Report attendance by group to governors every half-term, with what was done for each group',
  evidence: 'Registers of this term and the last, and the log of calls home.',
};

const governance: Theme = {
  area: 'Leadership and governance',
  focus: 'What governors know of the school, and how they know it',
  well: 'Minutes show governors asking for evidence and coming back to it. Two of them visit each half-term with a question they agreed beforehand.',
  weak: 'Governors are told what goes well. In the last three sets of minutes nobody asked why results had fallen.',
  vulnerable: 'Governors could say what the pupil premium is spent on, and not yet what it changes.',
  able: 'The most able are not a heading in any report to governors.',
  action: 'Put one question of challenge to every report of the head, and minute the answer',
  evidence: 'Minutes of the last three meetings, and a talk with the chair.',
};

const support: Theme = {
  area: 'Inclusion',
  focus: 'Pupils with special educational needs in ordinary lessons',
  well: 'Teachers know what each plan asks of them, and it is seen in lessons as well as on paper.',
  weak: 'Plans are well written and rarely read: in four of seven lessons the adaptations they ask for were not made.',
  vulnerable:
    'Pupils with special educational needs work hard and are often given something easier in place of help.',
  able: 'Able pupils with special educational needs are held back by low expectations in two subjects.',
  action: 'Go through one plan in each class with its teacher, and look at the lessons three weeks later',
  evidence: 'Seven short visits to lessons, and the plans of those classes.',
};

const primary: readonly Theme[] = [
  {
    area: 'Curriculum and teaching',
    focus: 'Early reading: whether everybody keeps up with the phonics programme',
    well: 'Phonics is taught every day and in the same way. Those who fall behind are helped the same afternoon.',
    weak: 'Groups have not been checked since half-term, and books do not match the sounds that were taught.',
    vulnerable: 'The lowest fifth read to an adult three times a week; in one class it was once.',
    able: 'Fluent readers choose from a good library, and are seldom asked what they make of a book.',
    action: 'Check every group again, and match books to sounds by the end of the month',
    evidence: 'Reading heard in three classes, and the records of the programme.',
  },
  {
    area: 'Achievement',
    focus: 'Writing in key stage 2: stamina and accuracy across subjects',
    well: 'Writing in history and science is as careful as in English. Editing is taught, and it shows.',
    weak: 'Pupils write at length in English and three lines in everything else. Spelling of common words is left uncorrected.',
    vulnerable: 'Sentence frames help those who need them and are not taken away in time.',
    able: 'The strongest writers repeat what they can do: nobody asks them for another audience or form.',
    action: 'Look at books of two foundation subjects together each half-term, with one thing to change',
    evidence: 'Thirty books looked at with the leader of English.',
  },
  {
    area: 'Achievement',
    focus: 'Mathematics: number facts and reasoning',
    well: 'Number facts are secure by the end of year 4, and pupils explain how they know.',
    weak: 'Too many in years 5 and 6 still count on their fingers, so that reasoning never gets its turn.',
    vulnerable: 'Extra lessons before school reach those who need them, and attendance at these is good.',
    able: 'Quick finishers are given more of the same.',
    action: 'Ten minutes of number facts every day in years 3 to 6, checked before the holidays',
    evidence: 'Joint visits to lessons in years 2, 4 and 6, and the results of the last tests.',
  },
];

const secondary: readonly Theme[] = [
  {
    area: 'Achievement',
    focus: 'English and mathematics in years 10 and 11',
    well: 'Teachers know where each class stands, and what they re-teach comes from last week’s work.',
    weak: 'Mock results were marked and filed. Lessons in the week after went on as planned before.',
    vulnerable: 'Disadvantaged students are in the right lessons; their folders are half as full.',
    able: 'Students aiming for the highest grades want more feedback than a grade.',
    action: 'Plan three lessons of every unit after its test, and show which gaps they close',
    evidence: 'Lessons in both departments, students’ folders, and the mock results by question.',
  },
  {
    area: 'Curriculum and teaching',
    focus: 'Key stage 3: whether the curriculum builds on what pupils know from primary school',
    well: 'Departments have met the primary schools, and year 7 no longer repeats year 6.',
    weak: 'In year 8 pupils meet the same ideas for the third time, and say so.',
    vulnerable: 'Pupils who arrived below the expected standard read with a tutor twice a week.',
    able: 'In mathematics and languages setting gives the most able their due; in humanities it is left to chance.',
    action: 'Two departments rewrite one unit of year 8 with a primary colleague',
    evidence: 'Schemes of work, pupils’ books, and a talk with twelve pupils of year 8.',
  },
  {
    area: 'Attendance and behaviour',
    focus: 'Suspensions and what comes before them',
    well: 'Suspensions have halved since last year, and the reasons are looked at every fortnight.',
    weak: 'The same forty students are sent out of lessons every week. Nobody owns the pattern.',
    vulnerable: 'Students with special educational needs are three times as likely to be sent out.',
    able: 'Lessons of top sets are calm; they lose little time.',
    action: 'Review the reasons for removals every fortnight with heads of year',
    evidence: 'The log of removals of this half-term, and four walks through lessons.',
  },
];

const special: readonly Theme[] = [
  {
    area: 'Personal development and wellbeing',
    focus: 'Communication: whether every pupil has a way to be understood all day',
    well: 'Every pupil has a way to ask and to refuse, and all adults use it, at lunch too.',
    weak: 'Communication aids stay in the classroom when pupils go to the hall.',
    vulnerable: 'Pupils with the most complex needs wait longest for an answer.',
    able: 'Those who could learn to read are given too little text.',
    action: 'Take every aid wherever its pupil goes, and look at it on two afternoons',
    evidence: 'A day in four classes, and talks with therapists.',
  },
  {
    area: 'Achievement',
    focus: 'Preparing for the next step: school, college or work',
    well: 'Plans start from what the young person wants, and steps are small enough to be seen.',
    weak: 'Targets are copied from one year to the next.',
    vulnerable: 'Looked-after pupils have a plan that their social worker has signed.',
    able: 'Two groups could take a qualification earlier than planned.',
    action: 'Rewrite the targets of the oldest group with the college that will take them',
    evidence: 'Plans of the oldest group, and a talk with two parents.',
  },
];

/** What a visit to a school of a phase can be about. */
export function themesOf(phase: Phase): readonly Theme[] {
  const own =
    phase === 'secondary' ? secondary : phase === 'primary' || phase === 'nursery' ? primary : special;
  return [...own, attendance, support, governance];
}

export const whyRisk = {
  Lower: [
    'What was a concern at the last visit has been dealt with, and it can be seen in lessons.',
    'Staffing is settled for the first time in two years.',
    'Governors now ask for the evidence that we asked for last time.',
  ],
  'As thought': [
    'What was seen bears out what the figures say.',
    'The direction is right and the pace is slow, as we thought.',
    'Nothing new: what is strong stays strong.',
  ],
  Higher: [
    'Two senior leaders leave at the end of term, and nobody is appointed yet.',
    'The dip in this year’s work is wider than the school believes.',
    'What was agreed last time was not done.',
  ],
} as const;

export const howAsked = [
  'Asked by mail and by telephone; the school had nothing to add.',
  'Sent twice, and left with the office; no answer came.',
  'Asked by mail. The head said at the next visit that there was nothing to correct.',
  'Sent with a date to answer by, which passed.',
] as const;

export const howGivenToChair = [
  'Sent to the chair by the clerk.',
  'By mail to the address of the governing body.',
  'With the papers of the next meeting.',
] as const;

export const whyCancelled = [
  'The school was closed by snow.',
  'The head was ill, and there was nobody to meet.',
  'Inspectors rang the day before.',
  'The heating failed and the school was shut.',
] as const;
