import { inboxInWords } from './inbox-in-words';

const header = { position: '12', caughtUp: true, person: 'cb-001', next: null };
const entry = {
  noticeId: 'n1',
  onDay: '2025-11-24',
  title: 'Hết thời hạn ủy quyền',
  lines: ['Người được ủy quyền: Lương Thị Bích Thủy'],
  readOn: null,
};

describe('an inbox in words', () => {
  it('is called by the name of its person, who may have none any more', () => {
    const named = inboxInWords({ ...header, personName: 'Đặng Quốc Hải', entries: [entry] });
    expect(named).toContain('Hộp thông báo của Đặng Quốc Hải');
    expect(named).toContain('24/11/2025');
    expect(named).not.toContain('cb-001');
    const erased = inboxInWords({ ...header, personName: null, entries: [] });
    expect(erased).toBe('Hộp thông báo của cb-001 không có mục nào.');
  });
});
