import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no of looking somebody up before a decision. */
export const directoryRejections = {
  PERSON_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có công chức {personId}',
    en: 'There is no official {personId}',
  },
  PERSON_NOT_IN_OFFICE: {
    kind: 'forbidden',
    vi: 'Công chức {personId} không làm việc tại cơ quan vào ngày {on}',
    en: 'Official {personId} is not in office on {on}',
  },
  POST_NOT_HELD_IN_UNIT: {
    kind: 'forbidden',
    vi: 'Công chức {personId} không giữ vị trí nào tại đơn vị {unitId} vào ngày {on}',
    en: 'Official {personId} holds no post in unit {unitId} on {on}',
  },
  DEPUTY_NOT_APPOINTED: {
    kind: 'forbidden',
    vi: 'Không có văn bản ủy quyền cho {deputyId} thay {personId} vào ngày {on}',
    en: 'No document lets {deputyId} act for {personId} on {on}',
  },
} as const satisfies RejectionCatalogue;

export const rejectLookUp = rejectFrom(directoryRejections);
