/** A chart of bars, in SVG: one value per minute needs no library. */
type BarsProps = { values: readonly number[]; label: string; from: string; to: string };

const [width, height, gap] = [600, 96, 2];

export function Bars({ values, label, from, to }: BarsProps) {
  const most = Math.max(1, ...values);
  const step = width / values.length;
  return (
    <figure className="bars">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {values.map((value, nth) => {
          const tall = value === 0 ? 1 : Math.max(4, (value / most) * height);
          return <rect key={nth} x={nth * step} y={height - tall} width={step - gap} height={tall} rx={1} />;
        })}
      </svg>
      <figcaption>
        <span>{from}</span>
        <span>up to {Math.max(...values)} in a minute</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}
