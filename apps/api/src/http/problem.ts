import { CommandRejected, type RejectionText } from '@thidua/kernel';
import { InvalidInput, type FieldFault } from '@thidua/application';
import {
  AppendOutcomeUnknown,
  AppendTooLarge,
  EventIdReused,
  KurrentDbUnreachable,
  StoreOverloaded,
} from '@thidua/event-store';
import { HttpException } from '@nestjs/common';

/** RFC 9457 problem details. `type` is a stable relative reference that this server also explains at that address. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Correlation id of the request, to be named when asking for help. */
  readonly instance: string;
  readonly code: string;
  /** The wrong fields, each with its path. */
  readonly errors?: readonly FieldFault[];
  /** Values that belong to the refusal. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type Language = 'vi' | 'en';

interface Heading {
  readonly status: number;
  readonly vi: string;
  readonly en: string;
}

/** One status for each kind of refusal, so that a new refusal cannot forget its own. */
const STATUS_OF_KIND: Readonly<Record<RejectionText['kind'], Heading>> = {
  conflict: {
    status: 409,
    vi: 'Không thực hiện được ở trạng thái hiện tại',
    en: 'Not possible in the present state',
  },
  invalid: { status: 422, vi: 'Thông tin không hợp lệ', en: 'The input breaks a rule' },
  forbidden: { status: 403, vi: 'Không có quyền', en: 'Not allowed' },
  notFound: { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
};

/** The refusals whose status HTTP itself defines otherwise (RFC 9110, sections 15.5.13 and 15.6.4). */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  STALE_REVISION: 412,
  READ_MODEL_BUILDING: 503,
};

const HTTP_TEXT: Readonly<Record<number, readonly [code: string, vi: string, en: string]>> = {
  400: ['BAD_REQUEST', 'Yêu cầu không đọc được', 'The request cannot be read'],
  401: ['UNAUTHENTICATED', 'Cần mã truy cập', 'An access token is needed'],
  403: ['FORBIDDEN', 'Không có quyền', 'Not allowed'],
  404: ['NO_SUCH_ROUTE', 'Không có địa chỉ này', 'There is no such address'],
  405: [
    'METHOD_NOT_ALLOWED',
    'Phương thức không được dùng ở đây',
    'The method is not allowed here',
  ],
  413: ['BODY_TOO_LARGE', 'Nội dung gửi lên quá lớn', 'The body is too large'],
  415: [
    'UNSUPPORTED_MEDIA_TYPE',
    'Không nhận kiểu nội dung này',
    'This content type is not accepted',
  ],
  421: ['WRONG_HOST', 'Sai tên máy chủ', 'Wrong host'],
};

interface StoreFault {
  readonly code: string;
  readonly heading: Heading;
  /** The message of the error where there is none. */
  readonly detail?: Readonly<Record<Language, string>>;
}

const LOG_UNREACHABLE: StoreFault = {
  code: 'LOG_UNREACHABLE',
  heading: {
    status: 503,
    vi: 'Nhật ký sự kiện chưa trả lời',
    en: 'The event log does not answer',
  },
  detail: {
    vi: 'Có thể việc này đã được ghi. Gửi lại với cùng Idempotency-Key là an toàn.',
    en: 'It may have been written. Sending it again under the same Idempotency-Key is safe.',
  },
};

export const typeOf = (code: string): string =>
  `/problems/${code.toLowerCase().replaceAll('_', '-')}`;

/** What the caller is told; anything unexpected becomes a bare 500 that reveals nothing but the correlation id. */
export function problemOf(error: unknown, correlationId: string, language: Language): Problem {
  const build = (
    code: string,
    heading: Heading,
    detail: string,
    extra: Partial<Problem> = {},
  ): Problem => ({
    type: typeOf(code),
    title: heading[language],
    status: heading.status,
    detail,
    instance: correlationId,
    code,
    ...extra,
  });

  if (error instanceof CommandRejected) {
    const heading = STATUS_OF_KIND[error.text.kind];
    const status = STATUS_OF_CODE[error.code] ?? heading.status;
    return build(error.code, { ...heading, status }, error[language], { facts: error.facts });
  }
  if (error instanceof InvalidInput) {
    const heading = {
      status: 400,
      vi: 'Thông tin gửi lên chưa đúng',
      en: 'The input is not of the right shape',
    };
    return build('INVALID_INPUT', heading, error.message, { errors: error.faults });
  }
  if (error instanceof EventIdReused) {
    return build('EVENT_ID_REUSED', STATUS_OF_KIND.conflict, error.message);
  }
  const fault = storeFault(error);
  if (fault !== null) {
    return build(fault.code, fault.heading, fault.detail?.[language] ?? messageOf(error));
  }
  const status = statusOf(error);
  const known = status === null ? undefined : HTTP_TEXT[status];
  if (status !== null && known !== undefined) {
    return build(
      known[0],
      { status, vi: known[1], en: known[2] },
      detailOf(error, status)[language],
    );
  }
  const heading = { status: 500, vi: 'Lỗi của hệ thống', en: 'An error of this system' };
  const detail = {
    vi: `Đã xảy ra lỗi ngoài dự kiến. Khi báo lỗi, hãy nêu mã ${correlationId}.`,
    en: `Something unexpected went wrong. When you report it, name ${correlationId}.`,
  };
  return build('INTERNAL', heading, detail[language]);
}

/** What the log could not do now, or not with so much; null for every other error. */
function storeFault(error: unknown): StoreFault | null {
  if (error instanceof StoreOverloaded) {
    const heading = {
      status: 503,
      vi: 'Hệ thống đang bận, hãy thử lại sau ít giây',
      en: 'Busy, try again shortly',
    };
    return { code: 'OVERLOADED', heading };
  }
  if (error instanceof AppendTooLarge) {
    const heading = { status: 413, vi: 'Nội dung quá lớn', en: 'Too large' };
    return { code: 'EVENT_TOO_LARGE', heading };
  }
  const isAway = error instanceof KurrentDbUnreachable || error instanceof AppendOutcomeUnknown;
  return isAway ? LOG_UNREACHABLE : null;
}

/** Nest's own exceptions and those of the body parser carry a status; only client errors are passed on. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'status' in error && 'expose' in error) {
    return typeof error.status === 'number' && error.expose === true ? error.status : null;
  }
  return null;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** The words of the framework and of the body parser are English; the ones people meet get a Vietnamese text. */
function detailOf(error: unknown, status: number): Record<Language, string> {
  const message = messageOf(error);
  if (status === 413) {
    const limit =
      typeof error === 'object' && error !== null && 'limit' in error
        ? Number(error.limit)
        : Number.NaN;
    const most = Number.isNaN(limit) ? '' : ` ${limit / 1024 / 1024} MB`;
    return {
      vi: `Nội dung gửi lên vượt quá giới hạn${most}; không có gì được ghi.`,
      en: `The body is larger than the limit${most}; nothing was written.`,
    };
  }
  if (error instanceof SyntaxError || (status === 400 && message.includes('JSON'))) {
    return {
      vi: `Nội dung không phải là JSON đúng: ${message}`,
      en: `The body is not valid JSON: ${message}`,
    };
  }
  const route = /^Cannot ([A-Z]+ .*)$/.exec(message)?.[1];
  if (route !== undefined) return { vi: `Không có địa chỉ ${route}.`, en: `There is no ${route}.` };
  return { vi: message, en: message };
}
