/**
 * How often things happen in the simulated year, in permille of the cases in which they could, unless a unit is named.
 * One table, so that the whole character of a year can be read, and changed, in one place.
 */
export const HABITS = {
  /** How work with a due date ends. Weights; `late` and `never` are tilted by the unit's temperament. */
  finish: { early: 260, inTime: 400, late: 220, never: 120 },
  /** Work without a due date: reported within the year or still going on. */
  undatedFinishes: 780,
  /** The month's report at the briefing. Weights, tilted by the unit's temperament. */
  monthReport: { inTime: 700, late: 130, nil: 60, missing: 110 },
  /** A report of a month in which nothing could have happened yet (waiting, not arisen). */
  idleMonthReport: { inTime: 0, late: 0, nil: 650, missing: 350 },

  accepts: 900,
  declinesFirst: 15,
  personAssigned: 850,
  partAssigned: 200,
  saysStart: 700,

  coordinationAsked: 350,
  /** How a request for coordination is answered. Weights. */
  coordination: { inTime: 640, late: 220, never: 140 },

  obstacle: 160,
  solutionProposed: 700,
  directionGiven: 800,
  obstacleResolved: 750,

  authorityWait: 110,
  authorityAnswers: 850,

  extensionAsked: 170,
  extensionGranted: 680,

  productReturned: 110,
  resultReturned: 120,
  /** Of what is returned: an error of substance instead of a routine one. */
  majorContentError: 250,
  productAcceptedApart: 400,
  /** Reported results still lying with the verifier at the end of the year. */
  neverJudged: 30,

  cancelled: 12,
  reopened: 25,
  finishedAgain: 700,
  corrected: 30,
  delayCauseConfirmed: 220,

  triggerArrives: 650,
  triggerSetsDueDate: 700,
  conditionArises: 500,
  notArisenConfirmed: 800,

  ongoingClosed: 900,
  grade: { good: 620, fair: 300, poor: 80 },

  reminded: 500,
  wrongAct: 60,
  /** Of the officials without a leading post: those who leave in mid-year. At least one does. */
  leaves: 30,
} as const;
