/** Kinds of documents that carry a number, longest first where one begins another. */
const KIND =
  'Thông báo kết luận|Thông báo|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Công văn|Công điện|Văn bản|Kế hoạch|' +
  'Chỉ thị|Chương trình hành động|Chương trình|Kết luận|Báo cáo|Tờ trình|Hướng dẫn|Luật|Pháp lệnh|Quy định|Quy chế|Đề án|Giấy mời|' +
  'Biên bản|Hợp đồng|Thư mời|Phiếu chuyển|Quy chuẩn';
const NUMBER = '\\d{1,6}(?:[-/][\\p{L}\\d]{1,20}){1,4}';
const DATE = 'ngày (?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{1,2} tháng \\d{1,2} năm \\d{4})';
const CITATION = new RegExp(
  `(?<![\\p{L}])(?:${KIND})(?: số:? ?| )(?:${NUMBER})(?:,? ${DATE})?`,
  'giu',
);

/** Documents cited in a text, as written, in order and once each. */
export function readDocumentReferences(text: string): string[] {
  return [...new Set([...text.matchAll(CITATION)].map(([citation]) => citation))];
}
