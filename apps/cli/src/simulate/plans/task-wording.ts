/** Pieces from which titles of simulated tasks are made. All wording is our own; no real place or project is named. */
export const VERBS = [
  'Rà soát',
  'Xây dựng kế hoạch về',
  'Kiểm tra việc thực hiện',
  'Tổng hợp đề xuất về',
  'Hướng dẫn các xã, phường về',
  'Tham mưu phương án',
  'Đánh giá kết quả',
  'Cập nhật cơ sở dữ liệu về',
] as const;

export const SUBJECTS = [
  'sử dụng điện tiết kiệm tại cơ sở sản xuất',
  'phát triển chợ nông thôn',
  'an toàn hóa chất trong kho chứa',
  'hỗ trợ máy móc cho cơ sở công nghiệp nhỏ',
  'bình ổn giá hàng thiết yếu',
  'quản lý điểm bán xăng dầu',
  'xúc tiến tiêu thụ nông sản chế biến',
  'thương mại điện tử của hộ kinh doanh',
  'phòng ngừa sự cố lưới điện mùa mưa',
  'giải quyết hồ sơ trực tuyến của Sở',
  'quy hoạch cụm công nghiệp làng nghề',
  'phòng, chống hàng giả',
] as const;

export const SCOPES = [
  'trên địa bàn tỉnh',
  'tại khu vực ven biển',
  'ở các xã miền núi',
  'trong doanh nghiệp nhỏ và vừa',
  'theo đề nghị của địa phương',
] as const;

export const PRODUCTS = [
  'Báo cáo kết quả',
  'Kế hoạch triển khai',
  'Văn bản hướng dẫn',
  'Danh mục tổng hợp',
] as const;

/** Occasions that have to arise before such a task is owed. */
export const TRIGGERS = ['Bộ Công Thương', 'UBND tỉnh'] as const;
