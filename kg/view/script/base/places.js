// Levels and administrative units: of a body its own, of all else those of the bodies it deals with.
const LEVELS = ["central", "province", "district", "commune"];

/** What a relation makes of its source's place: that of its target. */
const PLACED = new Set(["holds", "issuedBy", "organizedBy", "partOf"]);

for (const node of nodes) {
  const terms = [...details(node, "unit"), ...details(node, "class")].map(({ t }) => t);
  node.levels = new Set(terms.map((term) => data.levels[term]?.[0]).filter((level) => LEVELS.includes(level)).slice(0, 1));
  node.units = new Set(details(node, "unit").map(({ t }) => t));
}
for (let round = 0; round < 3; round += 1) {
  for (const { relation, source, target } of facts) {
    if (!target || !PLACED.has(relation)) continue;
    if (relation === "holds" || (source.kind !== "body" && source.kind !== "person")) {
      for (const level of target.levels) source.levels.add(level);
      for (const unit of target.units) source.units.add(unit);
    } else if (relation === "partOf") {
      if (!source.levels.size) source.levels = new Set(target.levels);
      if (!source.units.size) source.units = new Set(target.units);
    }
  }
}

/** The unit that a unit is part of, or "". */
function above(unit) {
  return data.levels[unit]?.[1] ?? "";
}

/** A unit and those it is part of. */
function upwards(unit) {
  const found = [];
  for (let one = unit; one && !found.includes(one); one = above(one)) found.push(one);
  return found;
}
for (const node of nodes) node.within = new Set([...node.units].flatMap(upwards));
