/** People of the sample office by what they do in the year. */
export const DIRECTOR = 'cb-001';
export const DEPUTIES = ['cb-002', 'cb-003'] as const;
export const OFFICE = 'cb-004';
export const OFFICE_DEPUTY = 'cb-005';
export const INDUSTRY = 'cb-009';
export const HEIR = 'cb-010';
export const LEAVER = 'cb-012';
export const ENERGY = 'cb-013';
export const GRID_LEADER = 'cb-014';
export const TRADE = 'cb-017';
export const TRADE_CLERK = 'cb-019';
export const SAFETY = 'cb-021';
export const MARKET = 'cb-024';
export const MARKET_NEXT = 'cb-025';

/** The task force that is formed in the year. */
export const GRID_FORCE = 'tct-luoi-dien';

/** Who leads each unit from which day on, as the script has it. */
export const HEADS: Readonly<Record<string, readonly (readonly [from: string, who: string])[]>> = {
  vp: [['2020-01-01', OFFICE]],
  qlcn: [['2020-01-01', INDUSTRY]],
  qlnl: [['2020-01-01', ENERGY]],
  qltm: [['2020-01-01', TRADE]],
  ktatmt: [['2020-01-01', SAFETY]],
  ccqltt: [
    ['2020-01-01', MARKET],
    ['2025-10-01', MARKET_NEXT],
  ],
  tctcd: [['2025-08-29', DEPUTIES[1]]],
  [GRID_FORCE]: [['2025-05-26', GRID_LEADER]],
};
