using System.Text;
using IncidentTrail.Records;

namespace IncidentTrail.Tests.Records;

public sealed class RecordFieldNamesTests
{
    public static TheoryData<int> Fields => [.. Enumerable.Range(0, RecordFieldNames.Count)];

    [Theory, MemberData(nameof(Fields))]
    public void Each_field_is_found_by_its_name(int field)
    {
        var name = RecordFieldNames.All[field];
        Assert.True(RecordFieldNames.TryFind(Encoding.ASCII.GetBytes(name), out var found, out var isExact));
        Assert.Equal(((RecordField)field, true), (found, isExact));
        Assert.True(RecordFieldNames.Is(Encoding.ASCII.GetBytes(name), found));

        Assert.True(RecordFieldNames.TryFind(Encoding.ASCII.GetBytes(name.ToUpperInvariant()), out found, out isExact));
        Assert.Equal(((RecordField)field, false), (found, isExact));
    }

    [Theory, MemberData(nameof(Fields))]
    public void Each_field_is_seen_where_its_key_stands(int field)
    {
        var name = RecordFieldNames.All[field];
        var json = Encoding.ASCII.GetBytes($"{{,\"{name}\":\"{new string('x', 64)}\"}}");

        Assert.True(RecordFieldNames.IsAt(json, 2, (RecordField)field));
        Assert.False(RecordFieldNames.IsAt(json, 1, (RecordField)field));
        Assert.False(RecordFieldNames.IsAt(json, 2, (RecordField)((field + 1) % RecordFieldNames.Count)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("eventNam")]
    [InlineData("eventNamee")]
    [InlineData("sessionCredentialFromConsoles")]
    public void What_is_no_name_of_a_field_is_found_nowhere(string name) =>
        Assert.False(RecordFieldNames.TryFind(Encoding.ASCII.GetBytes(name), out _, out _));
}
