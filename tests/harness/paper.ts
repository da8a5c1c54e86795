// Photos of papers, drawn by the browser itself: letters on white, as a scan has them.

import type { Page } from '@playwright/test';

import type { Paper } from './filling.ts';

/** A photo of this size with these words on it. */
export async function photo(page: Page, words: string, width = 1200, height = 1600): Promise<Paper> {
  const bytes = await page.evaluate(
    async ([text, across, down]) => {
      const canvas = document.createElement('canvas');
      canvas.width = across;
      canvas.height = down;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, across, down);
      context.fillStyle = '#111';
      context.font = `${Math.round(across / 12)}px sans-serif`;
      for (let line = 1; line < 12; line += 1) context.fillText(`${text} ${line}`, across / 12, (line * down) / 12);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
      return Array.from(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)));
    },
    [words, width, height] as const,
  );
  return { name: `${words}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
}

/** A PDF of one empty page, the same bytes each time; larger by `more` bytes that say nothing. */
export function pdf(name: string, more = 0): Paper {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  text += more > 0 ? `%${'x'.repeat(more)}\n` : '';
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) };
}
