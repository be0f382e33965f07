import type { OfficialPaper } from './official-paper';

/**
 * The paper as a DOCX file in the layout of decree 30/2020/NĐ-CP, annex I. The same paper gives the same bytes. The
 * writer is loaded with the first paper: most processes never make one, and it takes a quarter of a second.
 */
export async function renderOfficialPaper(paper: OfficialPaper): Promise<Uint8Array> {
  const { paperToDocx } = await import('./paper-to-docx.js');
  return paperToDocx(paper);
}
