import { inLowerCase } from '../layout/source-lines';
import { trimEndMarks } from './trim-marks';

/** The things an office hands in. A divider separates products only where one of these words follows it. */
const PRODUCT_HEAD =
  /^(?:và )?(?:các |những |bộ |\d{1,3} )?(?:dự thảo |bản )?(?:kế hoạch|báo cáo|quyết định|tờ trình|công văn|văn bản|nghị quyết|thông báo|hội nghị|hội thảo|đề án|chương trình|danh mục|biên bản|kết luận|hồ sơ|quy chế|quy định|phương án|tin|bài|chuyên mục|chuyên trang|lớp|cuộc|đợt|quy trình|hướng dẫn|biểu|sổ tay|hợp đồng|dự toán|giấy mời|ý kiến|tài liệu|phiếu|bảng|cơ sở dữ liệu|phần mềm)(?![\p{L}])/u;

const LONGEST_LINE = 5000;

/** Proposes the single products of a product line; the person who reviews it has the last word. */
export function readProducts(text: string): string[] {
  const line = trimEndMarks(text);
  if (line === '' || line.length > LONGEST_LINE) return line === '' ? [] : [line];
  const folded = inLowerCase(line.slice(0, 60));
  const startsWithProduct = PRODUCT_HEAD.test(folded);
  const pieces: string[] = [];
  let [depth, start] = [0, 0];
  for (let index = 0; index < line.length; index += 1) {
    depth += line[index] === '(' ? 1 : line[index] === ')' && depth > 0 ? -1 : 0;
    if (depth > 0 || !startsWithProduct || !/[,;.]/.test(line[index] ?? '')) continue;
    if (line[index + 1] !== ' ') continue;
    if (!PRODUCT_HEAD.test(inLowerCase(line.slice(index + 2, index + 60)))) continue;
    pieces.push(line.slice(start, index));
    start = index + 2;
  }
  return [...pieces, line.slice(start)].map((piece) => trimEndMarks(piece).trim());
}
