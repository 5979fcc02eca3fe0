import type { Event, Lang, Snapshot } from '@peninsula/data/schema';

/** Events with a place as GeoJSON (RFC 7946) points; `precision_km` says how exact the point is meant. Events without a place are counted, not drawn. */
export function eventsGeoJson(events: readonly Event[], snapshot: Snapshot, locale: Lang): string {
  const places = new Map(snapshot.places.map((place) => [place.id as string, place]));
  const features = events.flatMap((event) => {
    const place = event.place === null ? undefined : places.get(event.place);
    if (!place) return [];
    return [
      {
        type: 'Feature',
        id: event.id,
        geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
        properties: {
          title: event.title[locale],
          date: event.date.edtf,
          tz: event.date.tz,
          type: event.type,
          family: event.family,
          place: place.id,
          place_name: place.name[locale],
          precision_km: place.precisionKm,
          actors: event.participants.map(({ actor }) => actor),
          ...(event.detail.launch?.rangeKm
            ? { range_km: Math.max(...event.detail.launch.rangeKm.map(({ value }) => value)) }
            : {}),
        },
      },
    ];
  });
  return JSON.stringify({ type: 'FeatureCollection', without_place: events.length - features.length, features });
}
