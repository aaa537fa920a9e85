using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Tests.Json;

public sealed class JsonMembersTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"a":1}""", "a=1")]
    [InlineData("""{"a":"x","b":[1,2],"c":{"d":null}}""", """a="x" b=[1,2] c={"d":null}""")]
    [InlineData("""{ "a" : 1 , "b" : true }""", "a=1 b=true")]
    public void Members_come_in_order_up_to_the_object_s_end(string json, string members) =>
        Assert.Equal((members, true), Read(json));

    [Theory]
    [InlineData("{", "")]
    [InlineData("""{"a"}""", "")]
    [InlineData("""{"a":}""", "")]
    [InlineData("""{,"a":1}""", "")]
    [InlineData("""{"a":1""", "a=1")]
    [InlineData("""{"a":1,"b"}""", "a=1")]
    [InlineData("""{"a":1} {"b":2}""", "a=1")]
    public void A_broken_object_has_no_end(string json, string members) =>
        Assert.Equal((members, false), Read(json));

    private static (string Members, bool IsAtEnd) Read(string json)
    {
        var read = new List<string>();
        var members = new JsonMembers(Encoding.UTF8.GetBytes(json));
        while (members.MoveNext())
            read.Add($"{Encoding.UTF8.GetString(members.Name)}={Encoding.UTF8.GetString(members.Value)}");
        return (string.Join(' ', read), members.IsAtEnd);
    }
}
