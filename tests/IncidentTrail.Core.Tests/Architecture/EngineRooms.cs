namespace IncidentTrail.Tests.Architecture;

/// <summary>
/// The engine's rooms, lowest first: each may use the ones it names, which all stand above it. A change that needs a
/// new use adds it here and in CONTRIBUTING.md, on purpose; what would need a room that stands below is in the wrong one.
/// </summary>
internal static class EngineRooms
{
    internal static IReadOnlyList<Room> Table { get; } =
    [
        new("Texts", "text of ours and of others, made safe to show", []),
        new("Contracts", "what is asked for and accounted for: query, coverage, fault, notice, log, access, category",
            ["Texts"]),
        new("Json", "JSON as bytes and as values", ["Texts"]) { IsHot = true },
        new("Times", "instants, spans and the ways people write them", ["Json"]) { IsHot = true },
        new("Patterns", "what a text, an address or bytes are compared with", []) { IsHot = true },
        new("Records", "one record as bytes: its fields, their texts, its hashes and its key",
            ["Json"]) { IsHot = true },
        new("Actions", "the catalogue of Incident Manager's actions, services and ARNs",
            ["Contracts", "Json", "Patterns"]) { IsHot = true },
        new("Callers", "who called, from which client, and why we say so",
            ["Contracts", "Json", "Records", "Texts"]) { IsHot = true },
        new("Events", "one record as every question about it is answered, and one event as people see it",
            ["Actions", "Callers", "Contracts", "Json", "Records", "Texts", "Times"]) { IsHot = true },
        new("Filtering", "which records and events a query wants",
            ["Actions", "Callers", "Contracts", "Events", "Json", "Patterns", "Records", "Texts"]) { IsHot = true },
        new("Gzip", "inflating, and saying how a stored file is broken", ["Contracts"]),
        new("Forms", "the forms in which people hold records: knowing, unpacking and rebuilding them", ["Json", "Records"]),
        new("Logs", "finding the records of one log file",
            ["Contracts", "Events", "Filtering", "Forms", "Gzip", "Json", "Patterns", "Records", "Texts"])
            { IsHot = true },
        new("Sources", "where logs come from: files, text, and the contract of every other source",
            ["Contracts", "Forms", "Gzip", "Patterns", "Texts"]),
        new("Sources.History", "Event history: what to ask it, and the local copy of its answers",
            ["Actions", "Contracts", "Patterns", "Sources", "Texts"]),
        new("Sources.Connection", "the contract of what can be reached over the network",
            ["Sources", "Sources.History"]),
        new("Sources.Listing", "a trail's folders and keys, narrowed to what is asked for",
            ["Contracts", "Sources", "Sources.Connection"]),
        new("Sources.Saving", "a verified local copy of a trail's logs", ["Contracts", "Sources"]),
        new("Sources.Queues", "a queue: its messages, what they name, and when they are done with",
            ["Contracts", "Sources", "Sources.Connection", "Texts"]),
        new("Sql", "a query as a statement over a table of a trail's logs, and rows as records and counts",
            ["Actions", "Callers", "Contracts", "Events", "Patterns", "Records", "Sources", "Times"]),
        new("Integrity", "whether logs are what CloudTrail signed: digests, keys, the chain, the verdicts",
            ["Contracts", "Gzip", "Logs", "Patterns", "Sources", "Sources.Connection", "Sources.Saving", "Texts", "Times"]),
        new("Integrity.Evidence", "packages of logs and digests that prove themselves: writing and testing them",
            ["Contracts", "Integrity", "Sources", "Sources.Saving", "Texts"]),
        new("Checkpoints", "what was given of a source, kept from one reading to the next",
            ["Contracts", "Events", "Filtering", "Gzip", "Logs", "Records", "Sources", "Sources.History", "Sources.Queues"]),
        new("Sessions", "one reading of many logs: in order, without duplicates, accounted for",
            ["Checkpoints", "Contracts", "Events", "Filtering", "Forms", "Logs", "Records", "Sources",
            "Sql"]) { IsHot = true },
        new("Tallies", "distinct callers, counted",
            ["Actions", "Callers", "Contracts", "Events", "Records", "Sql", "Texts"]) { IsHot = true },
        new("Incidents", "incidents rebuilt from their events",
            ["Actions", "Callers", "Contracts", "Events", "Filtering", "Json", "Patterns", "Records", "Tallies",
            "Texts"]) { IsHot = true },
        new("Reports", "incidents written for people",
            ["Actions", "Callers", "Contracts", "Events", "Incidents", "Json", "Sources", "Tallies", "Texts"]),
        new("Drawings", "incidents and callers drawn in the signs of a terminal",
            ["Callers", "Contracts", "Events", "Incidents", "Reports", "Tallies", "Texts"]),
    ];
}
