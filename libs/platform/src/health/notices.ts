/** What a person who watches should know, with a code for machines and a text in two languages. */
export interface Notice {
  readonly code: NoticeCode;
  /** The projection, process manager or job it is about; null when it is about the process. */
  readonly name: string | null;
  readonly vi: string;
  readonly en: string;
}

/** Texts by code; `{name}` is what the notice is about. */
export const noticeTexts = {
  DATABASE_UNREACHABLE: {
    vi: 'Cơ sở dữ liệu không trả lời.',
    en: 'The database does not answer.',
  },
  STORE_UNREACHABLE: {
    vi: 'Nhật ký sự kiện không trả lời.',
    en: 'The event log does not answer.',
  },
  SCHEMA_MISSING: {
    vi: 'Cơ sở dữ liệu không còn cấu trúc mà tiến trình này đã thấy lúc khởi động (có thể vừa khôi phục bản cũ); hãy khởi động lại.',
    en: 'The database has lost schema steps this process saw at its start (an older copy restored?); restart it.',
  },
  SHUTTING_DOWN: {
    vi: 'Tiến trình đang dừng, không nhận việc mới.',
    en: 'The process is stopping and takes no new work.',
  },
  PROJECTION_HALTED: {
    vi: 'Mô hình đọc {name} dừng ở một sự kiện không xử lý được; số liệu của nó không còn cập nhật.',
    en: 'Read model {name} stands at an event it cannot handle; its figures are no longer updated.',
  },
  PROJECTION_TROUBLED: {
    vi: 'Mô hình đọc {name} đang gặp lỗi và tự thử lại.',
    en: 'Read model {name} is in trouble and tries again by itself.',
  },
  PROJECTION_PARKED: {
    vi: 'Mô hình đọc {name} có mục bị tách riêng, chờ người xử lý.',
    en: 'Read model {name} has keys set aside that wait for a person.',
  },
  REACTOR_TROUBLED: {
    vi: 'Tiến trình tự động {name} đang gặp lỗi và tự thử lại.',
    en: 'Process manager {name} is in trouble and tries again by itself.',
  },
  QUEUE_TROUBLED: {
    vi: 'Hàng đợi công việc không trả lời.',
    en: 'The job queue does not answer.',
  },
  JOB_NOT_OK: {
    vi: 'Lần chạy gần nhất của công việc {name} không đạt.',
    en: 'The last run of job {name} did not end well.',
  },
} as const;

export type NoticeCode = keyof typeof noticeTexts;

export function notice(code: NoticeCode, name: string | null = null): Notice {
  const fill = (text: string): string => text.replaceAll('{name}', name ?? '');
  const { vi, en } = noticeTexts[code];
  return { code, name, vi: fill(vi), en: fill(en) };
}
