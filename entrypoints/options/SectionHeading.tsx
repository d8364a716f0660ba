export function SectionHeading({ title, intro }: { title: string; intro: string }) {
  return (
    <div className="mb-4">
      <h2 className="text-section font-semibold">{title}</h2>
      <p className="text-dim">{intro}</p>
    </div>
  );
}
