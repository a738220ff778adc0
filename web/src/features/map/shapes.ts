import { feature } from 'topojson-client';

import type { CommuneTopology } from '../../lib/api/boundaries.js';
import { labelPoint, pathOf, projectionOf } from './projection.js';

export interface CommuneShape {
  readonly code: string;
  readonly name: string;
  readonly path: string;
  readonly label: readonly [number, number];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly communes: readonly CommuneShape[];
  /** A point of the earth in the drawing's units. */
  readonly place: (longitude: number, latitude: number) => readonly [number, number];
}

const MARGIN = 8;

export function drawingOf(topology: CommuneTopology): Drawing {
  const { features } = feature(topology, topology.objects.communes);
  const shapes = features.flatMap(({ geometry, properties }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? [{ geometry, properties }]
      : [],
  );
  const points = shapes.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  );
  const projection = projectionOf(boxOf(points), MARGIN);
  return {
    width: projection.width,
    height: projection.height,
    place: (longitude, latitude) => projection.point([longitude, latitude]),
    communes: shapes.map(({ geometry, properties }) => ({
      code: properties.code,
      name: properties.name,
      path: pathOf(geometry, projection),
      label: labelPoint(geometry, projection),
    })),
  };
}

function boxOf(points: readonly number[][]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
