import { inLowerCase } from '../layout/source-lines';
import { splitOutsideBrackets } from './split-outside-brackets';
import { trimEndMarks } from './trim-marks';

/** The things an office hands in. A divider separates products only where one of these words follows it. */
const PRODUCT_HEAD =
  /^(?:và )?(?:các |những |bộ |\d{1,3} )?(?:dự thảo |bản )?(?:kế hoạch|báo cáo|quyết định|tờ trình|công văn|văn bản|nghị quyết|thông báo|hội nghị|hội thảo|đề án|chương trình|danh mục|biên bản|kết luận|hồ sơ|quy chế|quy định|phương án|tin|bài|chuyên mục|chuyên trang|lớp|cuộc|đợt|quy trình|hướng dẫn|biểu|sổ tay|hợp đồng|dự toán|giấy mời|ý kiến|tài liệu|phiếu|bảng|cơ sở dữ liệu|phần mềm)(?![\p{L}])/u;

const LONGEST_LINE = 5000;

/** Proposes the single products of a product line; the person who reviews it has the last word. */
export function readProducts(text: string): string[] {
  const line = trimEndMarks(text);
  if (line === '') return [];
  if (line.length > LONGEST_LINE || !beginsProduct(line)) return [line];
  return splitOutsideBrackets(line, dividerAt).map((piece) => trimEndMarks(piece).trim());
}

const beginsProduct = (text: string): boolean => PRODUCT_HEAD.test(inLowerCase(text.slice(0, 60)));

const dividerAt = (line: string, index: number): number =>
  /[,;.]/.test(line[index] ?? '') &&
  line[index + 1] === ' ' &&
  beginsProduct(line.slice(index + 2, index + 62))
    ? 2
    : 0;
