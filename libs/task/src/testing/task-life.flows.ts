import { defaultFlowV2, twoLevelFlowV2 } from '@thidua/workflow';

/** The flows that ship with the product, by their ids. */
export const FLOWS = { default: defaultFlowV2, 'two-level': twoLevelFlowV2 } as const;
