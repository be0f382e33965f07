import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Refusals of what an operator asks of the read models, and of a question to one that is not built yet. */
export const projectionRejections = {
  PROJECTION_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có mô hình đọc {name}. Các mô hình đọc: {known}.',
    en: 'There is no read model {name}. Read models: {known}.',
  },
  READ_MODEL_BUILDING: {
    kind: 'conflict',
    vi: 'Mô hình đọc {name} đang được dựng từ nhật ký, chưa trả lời được; hãy thử lại sau ít giây.',
    en: 'Read model {name} is being built from the log and cannot answer yet; try again shortly.',
  },
  REBUILD_RUNNING: {
    kind: 'conflict',
    vi: 'Mô hình đọc {name} đang được dựng lại (thế hệ {generation}); hãy đợi xong rồi thử lại.',
    en: 'Read model {name} is being rebuilt (generation {generation}); wait until that is done.',
  },
  REBUILD_INCOMPLETE: {
    kind: 'conflict',
    vi: 'Không dựng được {name} đến hết: dừng ở vị trí {reached} trên {wanted}, {why}. Bảng đang dùng không đổi.',
    en: '{name} cannot be built to the end: it reached position {reached} of {wanted}, {why}. The live table is untouched.',
  },
  SKIPPED_MEANWHILE: {
    kind: 'conflict',
    vi: 'Thế hệ {generation} của {name} đã đi qua một sự kiện trước khi sự kiện đó bị bỏ qua; hãy dựng lại.',
    en: 'Generation {generation} of {name} passed an event before it was skipped on record; rebuild instead.',
  },
  GENERATION_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Mô hình đọc {name} không có thế hệ {generation} để làm việc này. Các thế hệ: {known}.',
    en: 'Read model {name} has no generation {generation} for this. Generations: {known}.',
  },
  GENERATION_IN_USE: {
    kind: 'conflict',
    vi: 'Thế hệ {generation} của {name} (phiên bản {version}) còn được dùng, không xóa được: {why}.',
    en: 'Generation {generation} of {name} (version {version}) is in use and cannot be dropped: {why}.',
  },
  NOTHING_TO_SKIP: {
    kind: 'conflict',
    vi: 'Mô hình đọc {name} không dừng và không để riêng gì ở đó; chỉ bỏ qua được điều đang chờ người xử lý.',
    en: 'Read model {name} neither stands nor has anything set aside there; only what waits for a person can be skipped.',
  },
} as const satisfies RejectionCatalogue;

export const rejectProjection = rejectFrom(projectionRejections);
