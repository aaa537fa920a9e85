using System.Text;

namespace IncidentTrail.SampleTrail;

/// <summary>A fixture of its own, apart from the trail: one file with the records of one situation.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Calls">In the order in which the file has them.</param>
internal sealed record Scenario(string Name, Call[] Calls)
{
    public string Path => $"incidents/{Name}.json";

    /// <summary>One record a line, so that a change of the scenario can be read as one.</summary>
    public byte[] Content => Encoding.UTF8.GetBytes(
        "{\"Records\":[\n" + string.Join(",\n", Calls.Select(call => RecordJson.Write(call, Name))) + "\n]}\n");
}
