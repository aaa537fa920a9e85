using System.Text;

namespace IncidentTrail.SampleTrail;

/// <summary>
/// The table of what a reader must make of each record, one record a line, for tests to compare with.
/// </summary>
internal static class Expectations
{
    /// <summary>
    /// Members without a value are left out: <c>name</c> and <c>resourceArn</c> then are not laid down; a
    /// <c>category</c> or <c>incidentRecordArn</c> that is left out must be absent.
    /// </summary>
    public static byte[] Table(IEnumerable<(Call Call, string Scenario, string File)> calls) =>
        Encoding.UTF8.GetBytes("[\n" + string.Join(",\n", calls.Select(Row)) + "\n]\n");

    private static string Row((Call Call, string Scenario, string File) entry)
    {
        var (call, scenario, file) = entry;
        return Json.Text(new
        {
            eventID = call.EventId(scenario),
            label = call.Label.Length > 0 ? call.Label : null,
            file,
            eventTime = call.Time,
            eventName = call.Name,
            shape = call.Shape.ToString(),
            kind = call.By.Kind,
            name = call.By.Name,
            isRoot = call.By.IsRoot,
            isIdentityCenterUser = call.By.IsIdentityCenterUser,
            isService = call.By.IsService,
            viaService = call.By.ViaService,
            access = call.Means.Access,
            category = call.Means.Category,
            incidentRecordArn = call.Means.IncidentRecordArn,
            resourceArn = call.Means.ResourceArn,
        });
    }
}
