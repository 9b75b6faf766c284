import type { Tag } from './deeds.ts';

/** What simulated members say: short remarks that fit any column of opinion, by the kind of what is marked. */
type Remarks = readonly [string, ...string[]];

/** A comment on one's own mark. */
export const OPENINGS: Record<Tag, Remarks> = {
  fact: [
    'Which record would settle this today?',
    'This can be looked up. Does anybody have a second source?',
    'One loaded adverb on a checkable event leaves a fact.',
    'Where does the number come from?',
    'Said as plainly as this, somebody could prove it wrong. So: a fact, true or not.',
    'A fact, but the word in the middle already judges.',
    'I would like to see the source before I build anything on it.',
    'Checkable, at least in principle.',
  ],
  prediction: [
    'By when, and judged by what?',
    'Bold. What would have to happen for this to be wrong?',
    'Hedged, but still a forecast: it has a future event at its core.',
    'This only counts if the condition is met. Do we call it void otherwise?',
    'I doubt it. Similar forecasts have a poor record.',
    'No date is given. How would we ever score this?',
    'The author sounds surer than the reasons allow.',
    'Easy to check by now. Worth an entry in the ledger.',
  ],
  opinion: [
    'Nobody can observe a motive. This is a judgement.',
    'Two people could agree on every event here and still differ.',
    'I agree with the reason, but it is a reason, not a finding.',
    'A value word carries the whole claim.',
    'Fair as an opinion. It reads like a conclusion, though.',
    'Compared with what? The standard is never named.',
    'It stands or falls with the word “only”, or whatever takes its place here.',
    'Well put, which makes it easy to miss that nothing is shown.',
  ],
};

/** An answer of somebody who gave the same tag. */
export const AGREEMENTS: Record<Tag, Remarks> = {
  fact: [
    'Yes. Even if it turned out to be false, it would be a false fact.',
    'Agreed. I found nothing here that only judges.',
    'Same here. I would mark it as worth checking.',
    'Agreed, the record exists. Somebody only has to look.',
  ],
  prediction: [
    'Agreed, and the reason given for it is a good one.',
    'Yes: whatever it is dressed as, it is about what comes next.',
    'Same for me. I would say by the end of that year.',
    'Agreed. I put the author at “fairly sure”.',
  ],
  opinion: [
    'Agreed. The reason is good, but it stays a judgement.',
    'Yes, no archive will ever answer this.',
    'Same here. Take away the adjective and nothing is left.',
    'Agreed, and it is the strongest sentence of the paragraph.',
  ],
};

/** An answer of somebody who gave this tag where the comment's author gave another. */
export const OBJECTIONS: Record<Tag, Remarks> = {
  fact: [
    'I have this as a fact: somebody could go and look.',
    'Is that not simply something that happened? The tone does not change it.',
    'The first half is checkable, though. I would split it.',
    'Attribution is a fact. What is attributed is another matter.',
  ],
  prediction: [
    'But its core is a future event, and a later one could prove it wrong.',
    'I read this as a forecast. “Would” points ahead here.',
    'A command about the future still tells us what the author expects.',
    'If it can come true, it is a prediction for me.',
  ],
  opinion: [
    'How would you check that? It judges more than it reports.',
    'For me the value word carries it. Without that word nothing is claimed.',
    'That is a guess about what somebody feels, so opinion.',
    'It sounds like a report, but which observation would settle it?',
  ],
};

/** What somebody says who takes another tag, by the tag before and the tag after. */
export const SECOND_THOUGHTS: Record<Tag, Record<Tag, Remarks>> = {
  fact: {
    fact: ['I stay with fact.'],
    prediction: [
      'You are right, it had not happened when this was written. Prediction.',
      'I had this as a fact; it is a forecast.',
    ],
    opinion: [
      'I had this as a fact; it is a judgement.',
      'Convinced: nothing that I could look up would settle it.',
    ],
  },
  prediction: {
    fact: [
      'True, this was already so at the time of writing. Fact.',
      'I read “would” as future. It is about the past, so a fact.',
    ],
    prediction: ['I stay with prediction.'],
    opinion: [
      'Nothing that happens later could decide this. Opinion, then.',
      'I took it for a forecast; it only says what ought to be.',
    ],
  },
  opinion: {
    fact: [
      'Fair. It can be checked, however it is worded. Fact.',
      'I was put off by the tone; the claim itself is a fact.',
    ],
    prediction: [
      'You have a point: there is a future event in it. Prediction.',
      'I had this as a judgement; it can come true or not.',
    ],
    opinion: ['I stay with opinion.'],
  },
};

export const BY_WHEN: Remarks = ['within weeks', 'within the year', 'no date is given'];
export const JUDGED_BY: Remarks = [
  'what news agencies report',
  'official figures, once they are out',
  'nothing that is named here',
];
export const LABELS: Remarks = ['key claim', 'source?', 'for the discussion'];
