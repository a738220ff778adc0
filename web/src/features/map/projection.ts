import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Longitude and latitude → the drawing's own units; y grows downwards. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly point: (position: Position) => readonly [number, number];
}

const WIDTH = 720;

/**
 * An equirectangular projection true to scale in the middle of the box, fitted to a width of 720. Good for an area of a
 * few degrees.
 *
 * @param box [west, south, east, north] in degrees.
 */
export function projectionOf(
  box: readonly [number, number, number, number],
  margin: number,
): Projection {
  const [west, south, east, north] = box;
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (WIDTH - 2 * margin) / ((east - west) * squeeze);
  return {
    width: WIDTH,
    height: (north - south) * scale + 2 * margin,
    point: ([longitude = 0, latitude = 0]) => [
      margin + (longitude - west) * squeeze * scale,
      margin + (north - latitude) * scale,
    ],
  };
}

/** The outline as an SVG path. */
export function pathOf(shape: Polygon | MultiPolygon, projection: Projection): string {
  return ringsOf(shape)
    .map((ring) => `M${ring.map((each) => pair(projection.point(each))).join('L')}Z`)
    .join('');
}

/** Where a label stands: the centre of gravity of the largest ring, in the drawing's units. */
export function labelPoint(
  shape: Polygon | MultiPolygon,
  projection: Projection,
): readonly [number, number] {
  const centres = ringsOf(shape).map((ring) => centreOf(ring.map(projection.point)));
  const largest = centres.sort((a, b) => b.area - a.area)[0];
  return largest ? [largest.x, largest.y] : [0, 0];
}

function ringsOf(shape: Polygon | MultiPolygon): Position[][] {
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
}

function centreOf(points: readonly (readonly [number, number])[]) {
  let [twice, x, y] = [0, 0, 0];
  points.forEach(([x1, y1], index) => {
    const [x2, y2] = points[(index + 1) % points.length] ?? [x1, y1];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return { area: Math.abs(twice / 2), x: x / (3 * twice), y: y / (3 * twice) };
}

function pair([x, y]: readonly [number, number]): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
