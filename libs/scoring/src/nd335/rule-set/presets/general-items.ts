const item = (id: string, max: string, vi: string, en: string) => ({ id, max, title: { vi, en } });

/** The general criteria of form Mẫu 01 with their maxima; they add up to 30. */
export const GENERAL_ITEMS = [
  item('I.1', '5', 'Phẩm chất, văn hóa công vụ', 'Conduct and service culture'),
  item('I.2', '5', 'Kỷ luật, kỷ cương', 'Discipline'),
  item('II.1', '2.5', 'Năng lực chuyên môn', 'Professional ability'),
  item('II.2', '2.5', 'Đáp ứng yêu cầu nhiệm vụ', 'Meeting the demands of the tasks'),
  item('II.3', '2.5', 'Tinh thần trách nhiệm', 'Sense of responsibility'),
  item('II.4', '2.5', 'Thái độ phục vụ, phối hợp', 'Service and co-operation'),
  item('III.1', '2.5', 'Sản phẩm sáng tạo', 'Creative products'),
  item('III.2', '2.5', 'Sẵn sàng nhận việc đặc biệt', 'Readiness for special work'),
  item('III.3', '2.5', 'Dám chịu trách nhiệm', 'Taking responsibility'),
  item('III.4', '2.5', 'Chủ động quyết định', 'Deciding on one’s own initiative'),
];
