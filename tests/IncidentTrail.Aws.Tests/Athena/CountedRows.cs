using System.Text.Json;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>Rows of a statement that counts calls by their callers, as Athena gives them.</summary>
internal static class CountedRows
{
    /// <summary>A user who started five incidents, of which one record came twice, and listed contacts without success.</summary>
    internal static string?[] Alice(string? doubt = null)
    {
        string?[] who =
        [
            "IAMUser", "AIDA1", "arn:aws:iam::111122223333:user/alice", "111122223333", "alice", null, null, null, null, null, null, null, null, null, null,
            null, null, "AKIA", null, null, null, null, null, null, null,
        ];
        var calls = JsonSerializer.Serialize(new Dictionary<string, long>
        {
            [Json(["ssm-incidents.amazonaws.com", "StartIncident", null, null, null])] = 5,
            [Json(["ssm-contacts.amazonaws.com", "ListContacts", "true", null, null])] = 1,
        });
        return Row("111122223333", "AIDA1",
        [
            [Json(who), "2026-03-10T14:00:00Z", "2026-03-10T15:00:00Z", "6", "7", "0", doubt, calls],
            ["203.0.113.7", "203.0.113.8"], ["aws-cli/2"], ["AKIAEXAMPLEEXAMPLE02"], ["eu-west-1"], ["111122223333"],
        ]);
    }

    private static string?[] Row(string account, string principal, params string?[]?[][] parts) =>
        [account, principal, JsonSerializer.Serialize(parts)];

    private static string Json(string?[] texts) => JsonSerializer.Serialize(texts);
}
