/** Sentences people of the play use. All are our own; `{n}` and the like are filled in by the scripts. */
export const WORDS = {
  decline: [
    'Nội dung chưa rõ đầu mối số liệu, đề nghị Giám đốc xem lại phân công',
    'Đơn vị đang dồn sức cho việc gấp khác, đề nghị cho thêm đơn vị cùng làm',
  ],
  keepAssignment: ['Giữ nguyên phân công; Văn phòng hỗ trợ đơn vị thu thập số liệu'],
  part: [
    'Tổng hợp số liệu của các xã, phường',
    'Soạn phần đánh giá hiện trạng',
    'Lấy ý kiến và lập bảng giải trình',
  ],
  progress: [
    'Đã hoàn thành khảo sát, đang tổng hợp số liệu',
    'Đã có dự thảo lần một, đang lấy ý kiến',
    'Đã làm việc với địa phương, thống nhất danh mục',
    'Đang hoàn thiện hồ sơ theo góp ý',
    'Triển khai đúng kế hoạch tháng',
  ],
  wentWell: ['Các bên gửi số liệu sớm', 'Đã thống nhất được phương án với địa phương'],
  coordinationAsk: [
    'Đề nghị gửi số liệu chuyên ngành sáu tháng gần nhất',
    'Đề nghị có ý kiến về dự thảo',
    'Đề nghị cử người tham gia đoàn kiểm tra',
  ],
  coordinationAnswer: ['Đã gửi số liệu kèm công văn', 'Thống nhất với dự thảo', 'Đã cử người'],
  obstacle: [
    'Quy định mới chưa có hướng dẫn áp dụng',
    'Kinh phí được giao chưa đủ cho phần khảo sát',
    'Đơn vị ngoài Sở chưa cung cấp hồ sơ',
    'Người phụ trách chính đang đi học dài ngày',
  ],
  solution: [
    'Xin ý kiến bằng văn bản và làm trước phần không phụ thuộc',
    'Điều chỉnh phạm vi khảo sát trong dự toán được giao',
  ],
  direction: [
    'Đồng ý đề xuất; báo cáo lại tại giao ban tháng sau',
    'Giao Văn phòng cùng đơn vị làm việc trực tiếp để gỡ trong tuần',
  ],
  resolved: ['Đã có văn bản hướng dẫn', 'Đã nhận đủ hồ sơ'],
  authority: ['UBND tỉnh', 'Bộ Công Thương', 'Sở Tài chính'],
  extension: ['Phải lấy thêm ý kiến của địa phương', 'Chờ số liệu chính thức của kỳ báo cáo'],
  extensionGranted: ['Lý do khách quan, đồng ý lùi hạn'],
  extensionRefused: ['Còn đủ thời gian, giữ nguyên hạn'],
  result: [
    'Đã hoàn thành, có văn bản kèm theo',
    'Kết quả đạt yêu cầu đề ra, hồ sơ lưu tại đơn vị',
    'Đã trình ký và phát hành',
  ],
  routineError: ['Sai thể thức, bổ sung phụ lục', 'Thiếu bảng tổng hợp góp ý'],
  majorError: [
    'Số liệu chính không khớp báo cáo gốc',
    'Chưa giải quyết yêu cầu trọng tâm của việc',
  ],
  notArisen: ['Trong năm không phát sinh, Giám đốc đã đồng ý'],
  cancelled: ['Cấp trên đã bỏ nội dung này khỏi chương trình'],
  reopened: ['Kiểm tra lại thấy còn một phần chưa làm'],
  corrected: ['Nhập nhầm ngày, sổ công văn ghi ngày nộp sớm hơn'],
  delayCause: ['Chậm do chờ ý kiến cơ quan ngoài Sở, đã có văn bản đôn đốc'],
  handOver: ['Người phụ trách nghỉ hưu theo chế độ'],
  remindReport: ['Chưa có báo cáo tháng, đề nghị gửi trước giao ban'],
  remindOverdue: ['Nhiệm vụ đã quá hạn, đề nghị báo cáo nguyên nhân và ngày hoàn thành'],
  grade: {
    good: 'Duy trì đều, kết quả rõ',
    fair: 'Có duy trì, còn tháng chưa đều',
    poor: 'Ít kết quả, cần thay đổi cách làm',
  },
} as const;
