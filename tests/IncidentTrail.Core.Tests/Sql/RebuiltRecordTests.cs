using System.Buffers;
using System.Text;
using IncidentTrail.Sql;

namespace IncidentTrail.Tests.Sql;

/// <summary>A record rebuilt from a row.</summary>
public sealed class RebuiltRecordTests
{
    [Theory]
    [InlineData("useridentity", """{"principalid":"A:b","sessioncontext":{"sessionissuer":{"username":"R"},"webidfederationdata":{"attributes":{"principalid":"kept"}}},"arn":null}""",
        """{"userIdentity":{"principalId":"A:b","sessionContext":{"sessionIssuer":{"userName":"R"},"webIdFederationData":{"attributes":{"principalid":"kept"}}}}}""")]
    [InlineData("resources", """[{"arn":"arn:x","accountid":"1","type":"T"}]""", """{"resources":[{"ARN":"arn:x","accountId":"1","type":"T"}]}""")]
    [InlineData("readonly", "true", """{"readOnly":true}""")]
    [InlineData("managementevent", "False", """{"managementEvent":false}""")]
    [InlineData("readonly", "perhaps", """{"readOnly":"perhaps"}""")]
    [InlineData("sessioncredentialfromconsole", "true", """{"sessionCredentialFromConsole":"true"}""")]
    [InlineData("requestparameters", """{"a":1.50,"b":[null]}""", """{"requestParameters":{"a":1.50,"b":[null]}}""")]
    [InlineData("requestparameters", "{ no JSON", """{"requestParameters":"{ no JSON"}""")]
    [InlineData("requestparameters", "12", """{"requestParameters":"12"}""")]
    [InlineData("errorcode", "", """{"errorCode":""}""")]
    [InlineData("errormessage", "{\"a\":1}", """{"errorMessage":"{\"a\":1}"}""")]
    [InlineData("requestid", "r", """{"requestID":"r"}""")]
    [InlineData("addendum", """{"originaleventid":"e","updatedfields":null}""", """{"addendum":{"originalEventID":"e"}}""")]
    [InlineData("eventname", null, "{}")]
    public void A_value_comes_back_in_cloudtrails_spelling(string column, string? value, string expected)
    {
        var columns = TrailColumns.All.Where(each => each.Name == column).Select(each => TableColumn.Of(each.Name, each.Type)).ToList();
        var json = new ArrayBufferWriter<byte>();

        new RebuiltRecord(columns).Write([value], json);

        Assert.Equal(expected, Encoding.UTF8.GetString(json.WrittenSpan));
    }

    [Theory]
    [InlineData("useridentity", "{\"a\":", "1", "}")]
    [InlineData("resources", "[", "", "]")]
    public void What_is_nested_without_end_is_kept_as_it_is(string column, string open, string inside, string close)
    {
        const int Depth = 100_000;
        var columns = TrailColumns.All.Where(each => each.Name == column).Select(each => TableColumn.Of(each.Name, each.Type)).ToList();
        var value = string.Concat(Enumerable.Repeat(open, Depth)) + inside + string.Concat(Enumerable.Repeat(close, Depth));
        var json = new ArrayBufferWriter<byte>();

        new RebuiltRecord(columns).Write([value], json);

        Assert.EndsWith(value + "}", Encoding.UTF8.GetString(json.WrittenSpan));
    }

    [Fact]
    public void A_place_that_is_no_object_of_s3_is_named_for_the_query()
    {
        var statement = TrailStatement.Of(new TrailQuery(), TableForm.All[0].Table);
        var row = new string?[statement.Columns.Count + 1];

        var log = Assert.Single(RowRun.Of([row, row], statement, "Athena query 1")).Log;

        Assert.Equal(("Athena query 1", true), (log.Location, log.IsRebuilt));
    }
}
