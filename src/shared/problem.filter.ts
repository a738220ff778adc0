import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { Response } from 'express';
import { AppError, Forbidden, type FailureKind } from './errors.js';
import { logText } from './log-text.js';
import { withoutNumbers, withoutNumbersDeep } from './masking.js';

/** The only table that knows both our errors and HTTP; a new kind will not compile without a row. */
const STATUS: Readonly<Record<FailureKind, number>> = {
  'not-found': 404,
  conflict: 409,
  'rule-broken': 422,
  'bad-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  'too-many': 429,
  misdirected: 421,
  busy: 503,
};

const TITLE: Readonly<Record<FailureKind, string>> = {
  'not-found': 'Không tìm thấy',
  conflict: 'Không thực hiện được lúc này',
  'rule-broken': 'Trái quy định',
  'bad-input': 'Dữ liệu gửi lên chưa đúng',
  unauthenticated: 'Chưa đăng nhập',
  forbidden: 'Không có quyền',
  'too-many': 'Quá nhiều yêu cầu',
  misdirected: 'Sai địa chỉ',
  busy: 'Chương trình đang bận',
};

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Answers every failure as `application/problem+json` (RFC 9457); a bug tells nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(host.switchToHttp().getResponse<Response>(), error);
  }
}

/** For what stands before the framework, and has no filter. */
export function sendProblem(response: Response, error: unknown): void {
  const problem = problemOf(error);
  // Whoever gave up waiting has had an answer already.
  if (response.headersSent) return;
  const retryAfter = problem.details?.['retryAfterSeconds'];
  if (typeof retryAfter === 'number') response.setHeader('Retry-After', String(retryAfter));
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

const log = new Logger('Problem');

function problemOf(error: unknown): Problem {
  if (error instanceof AppError) return ofAppError(error);
  if (error instanceof HttpException) return ofHttpException(error);
  if (isOutOfScope(error)) return ofAppError(outOfScope());
  if (isUnstorable(error)) return ofHttpException(new HttpException('', 400));
  log.error(logText(error));
  return {
    type: 'about:blank',
    title: 'Lỗi của chương trình',
    status: 500,
    code: 'internal',
    detail: 'Chương trình gặp lỗi ngoài dự kiến; không có gì được ghi. Hãy báo cho quản trị viên.',
  };
}

function ofAppError(error: AppError): Problem {
  return {
    type: `urn:bo-tri:problem:${error.code}`,
    title: TITLE[error.kind],
    status: STATUS[error.kind],
    code: error.code,
    detail: withoutNumbers(error.message),
    details: withoutNumbersDeep(error.details),
  };
}

const HTTP_TITLES: Readonly<Record<number, string>> = {
  400: TITLE['bad-input'],
  404: TITLE['not-found'],
  411: 'Thiếu độ dài',
  413: 'Tệp quá lớn',
};

const HTTP_DETAILS: Readonly<Record<number, string>> = {
  404: 'Không có địa chỉ này.',
  411: 'Yêu cầu gửi tệp phải nói trước độ dài (Content-Length).',
  413: 'Tệp gửi lên vượt quá dung lượng cho phép. Hãy chia nhỏ rồi gửi lại.',
};

/** Words of the framework are English; ours hold a letter that only Vietnamese has. */
const IS_OURS = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
const NOT_UNDERSTOOD =
  'Không đọc được yêu cầu: nội dung gửi lên sai định dạng, hoặc có quá nhiều tệp. Hãy tải lại trang rồi thử lại.';

/** PostgreSQL: character_not_in_repertoire (a NUL in a text), numeric_value_out_of_range. */
const UNSTORABLE = new Set(['22021', '22003']);

/** PostgreSQL: insufficient_privilege, also what a policy of row-level security raises. */
function isOutOfScope(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '42501';
}

function outOfScope(): Forbidden {
  return new Forbidden(
    'access.out-of-scope',
    'Có dữ liệu nằm ngoài phạm vi của tài khoản này; chưa ghi gì. Hãy chỉ gửi phần của đơn vị mình, hoặc nhờ cán bộ tỉnh.',
  );
}

function isUnstorable(error: unknown): boolean {
  return UNSTORABLE.has(String((error as { code?: unknown } | null)?.code));
}

/** What the framework refuses: an unknown address, a body that breaks the shape, a file too large. */
function ofHttpException(error: HttpException): Problem {
  const status = error.getStatus();
  const answer = error.getResponse();
  const messages = typeof answer === 'object' ? (answer as { message?: unknown }).message : answer;
  const detail = Array.isArray(messages) ? messages.join('; ') : error.message;
  return {
    type: 'about:blank',
    title: HTTP_TITLES[status] ?? error.name,
    status,
    code: `http.${status}`,
    detail:
      HTTP_DETAILS[status] ?? (IS_OURS.test(detail) ? withoutNumbers(detail) : NOT_UNDERSTOOD),
  };
}
