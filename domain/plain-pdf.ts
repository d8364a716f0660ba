/** A PDF of one A4 page with these lines in Helvetica. Latin letters only: any other becomes a question mark. */
export function plainPdf(lines: string[]): string {
  const shown = lines.map((line) => `(${literal(line)}) Tj T*`).join('\n');
  const content = `BT /F1 14 Tf 20 TL 72 760 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  return withTable(objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`));
}

/** The table says at which byte each object begins (PDF 1.7, 7.5.4). */
function withTable(objects: string[]): string {
  let pdf = '%PDF-1.4\n';
  const entries = objects.map((object) => {
    const entry = `${String(pdf.length).padStart(10, '0')} 00000 n \n`;
    pdf += object;
    return entry;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
  return `${pdf}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
}

function literal(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&');
}
