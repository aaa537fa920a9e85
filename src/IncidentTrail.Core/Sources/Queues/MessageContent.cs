namespace IncidentTrail.Sources.Queues;

/// <summary>What a message says.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Logs">The logs that it names.</param>
/// <param name="Text">What is to be read as a record; of an unknown message, why it is not understood.</param>
internal sealed record MessageContent(MessageKind Kind, IReadOnlyList<NamedLog> Logs, string Text)
{
    internal static MessageContent Nothing { get; } = new(MessageKind.Nothing, [], "");

    internal static MessageContent Of(IReadOnlyList<NamedLog> logs) => logs.Count == 0 ? Nothing : new(MessageKind.Logs, logs, "");

    internal static MessageContent Record(string json) => new(MessageKind.Record, [], json);

    internal static MessageContent Unknown(string why) => new(MessageKind.Unknown, [], why);
}
