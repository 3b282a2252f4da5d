/** The objects of a page with one line of text, in the order in which a PDF numbers them. */
const objectsOf = (line: string): readonly string[] => {
  const drawing = `BT /F1 18 Tf 72 760 Td (${line}) Tj ET`;
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
};

/** A page that stands for the scan of a signed original: small, and the same bytes at every run. */
export const scan = (version: number, date: string): Uint8Array => {
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objectsOf(
    `Original signed on paper, version ${version}, ${date}. Invented example.`,
  ).entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}${end}`, 'latin1');
};
