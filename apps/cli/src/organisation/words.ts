/** Kinds of units as the directory names them; a kind that is new here is shown by its own name. */
export const KINDS: Readonly<Record<string, string>> = {
  department: 'Sở',
  office: 'Văn phòng',
  division: 'Phòng',
  'sub-department': 'Chi cục',
  'task-force': 'Tổ công tác',
  outside: 'Ngoài Sở',
};

export const POSTS: Readonly<Record<string, string>> = {
  head: 'cấp trưởng',
  deputy: 'cấp phó',
  staff: 'chuyên viên',
};

/** An erased name is said to be erased, so that nobody looks for it. */
export const shownName = ({
  name,
  erased,
}: {
  readonly name: string | null;
  readonly erased: boolean;
}): string | null => (erased ? '(người đã xóa tên)' : name);
